-- Numbers. Lua's own are exact up to 53 bits; beyond, the reader hands Wireshark the two halves.

local numbers = {}

local function in_halves(high, low, signed)
  if signed then return Int64.new(low, high) end
  return UInt64.new(low, high)
end

-- Whole bytes in either order.
function numbers.fixed(r, form)
  local size = form.bits / 8
  need(r, size)
  local value, high, low = 0, 0, 0
  for i = 0, size - 1 do
    local byte = r.data:byte(form.little and r.at + size - 1 - i or r.at + i)
    value = value * 256 + byte
    if i < size - 4 then high = high * 256 + byte else low = low * 256 + byte end
  end
  r.at = r.at + size
  local exact = size > 6 and in_halves(high, low, form.signed) or nil
  if form.signed and value >= pow2(form.bits - 1) then value = value - pow2(form.bits) end
  return value, exact
end

-- Bits of bytes, the most significant first.
function numbers.bits(r, form)
  local value, count = 0, form.bits
  while count > 0 do
    need(r, 1)
    local left = 8 - r.bit
    local take = math.min(left, count)
    value = value * pow2(take) + math.floor(r.data:byte(r.at) / pow2(left - take)) % pow2(take)
    count, r.bit = count - take, r.bit + take
    if r.bit == 8 then r.bit, r.at = 0, r.at + 1 end
  end
  return value
end

-- Seven bits in each byte; the high bit says that more follow.
function numbers.var_int(r, form)
  local groups = {}
  repeat
    if #groups == form.max_bytes then malformed("is a number of more than " .. form.max_bytes .. " bytes") end
    need(r, 1)
    local byte = r.data:byte(r.at)
    r.at = r.at + 1
    groups[#groups + 1] = byte % 128
  until byte < 128
  local value, high, low = 0, 0, 0
  for i = 1, #groups do
    local group = form.big and groups[i] or groups[#groups + 1 - i]
    value = value * 128 + group
    local both = low * 128 + group
    high, low = (high * 128 + math.floor(both / 4294967296)) % 4294967296, both % 4294967296
  end
  local exact = value >= 9007199254740992
  if form.zig_zag then
    -- 0, -1, 1, -2, 2: the lowest bit is the sign.
    local odd = low % 2 == 1
    low, high = math.floor(low / 2) + (high % 2) * 2147483648, math.floor(high / 2)
    value = odd and -math.floor((value + 1) / 2) or math.floor(value / 2)
    if odd then low, high = 4294967295 - low, 4294967295 - high end
  end
  return value, exact and in_halves(high, low, form.zig_zag) or nil
end

-- Decimal digits with an end behind them.
function numbers.digits(r, form)
  local found = r.data:find(form.stop, r.at, true)
  if not found or found + #form.stop > r.stop then
    if r.open and r.stop - r.at <= 64 then more() end
    malformed("has no end of its digits")
  end
  local text = r.data:sub(r.at, found - 1)
  r.at = found + #form.stop
  if not text:find("^%-?%d+$") or #text > 20 then malformed("is not a number in digits") end
  local value = tonumber(text)
  return value, math.abs(value) >= 9007199254740992 and Int64.new(text) or nil
end

-- A real in two, four or eight bytes: IEEE 754.
local function real_of(bits, high, low)
  local exponents, fraction_bits = bits == 16 and 5 or bits == 32 and 8 or 11, bits == 16 and 10 or bits == 32 and 23 or 52
  local sign_place = pow2((bits == 64 and 32 or bits) - 1)
  local top = bits == 64 and high or low
  local sign = top >= sign_place and -1 or 1
  top = top % sign_place
  local exponent_place = bits == 64 and 1048576 or pow2(fraction_bits)
  local exponent = math.floor(top / exponent_place)
  local fraction = top % exponent_place
  if bits == 64 then fraction = fraction * 4294967296 + low end
  fraction = fraction / pow2(fraction_bits)
  local bias = pow2(exponents - 1) - 1
  if exponent == 2 * bias + 1 then return fraction == 0 and sign / 0 or 0 / 0 end
  if exponent == 0 then return sign * fraction * 2 ^ (1 - bias) end
  return sign * (1 + fraction) * 2 ^ (exponent - bias)
end

function numbers.real(r, form)
  local half = { bits = math.min(form.bits, 32), little = form.little }
  local first = numbers.fixed(r, half)
  if form.bits < 64 then return real_of(form.bits, 0, first) end
  local second = numbers.fixed(r, half)
  if form.little then return real_of(64, second, first) end
  return real_of(64, first, second)
end
