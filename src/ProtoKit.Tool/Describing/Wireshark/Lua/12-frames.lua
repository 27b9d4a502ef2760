-- Frames: where a message of bytes ends.

local checksums = {}

local function crc(polynomial, start, reflected, size)
  local table_of, top = {}, pow2(8 * size - 1)
  for byte = 0, 255 do
    local value = reflected and byte or byte * pow2(8 * size - 8)
    for _ = 1, 8 do
      local out
      if reflected then
        out, value = value % 2 == 1, math.floor(value / 2)
      else
        out, value = value >= top, value % top * 2
      end
      if out then value = xor(value, polynomial) end
    end
    table_of[byte] = value
  end
  return function(data, from, stop)
    local value = start
    for at = from, stop - 1 do
      if reflected then
        value = xor(math.floor(value / 256), table_of[xor(value % 256, data:byte(at))])
      else
        value = xor(value % pow2(8 * size - 8) * 256, table_of[xor(math.floor(value / pow2(8 * size - 8)), data:byte(at))])
      end
    end
    return value
  end, size
end

local function plain_sum(combine)
  return function(data, from, stop)
    local value = 0
    for at = from, stop - 1 do value = combine(value, data:byte(at)) end
    return value
  end, 1
end

checksums.crc16Modbus = function() return crc(0xA001, 0xFFFF, true, 2) end
checksums.crc16Xmodem = function() return crc(0x1021, 0, false, 2) end
checksums.crc32 = function()
  local compute, size = crc(0xEDB88320, 0xFFFFFFFF, true, 4)
  return function(data, from, stop) return xor(compute(data, from, stop), 0xFFFFFFFF) end, size
end
checksums.xor8 = function() return plain_sum(xor) end
checksums.sum8 = function() return plain_sum(function(a, b) return (a + b) % 256 end) end

local compute_checksum, checksum_size = nil, 0
if protocol.wire.checksum then compute_checksum, checksum_size = checksums[protocol.wire.checksum.kind]() end

-- The checksum that stands at `at`, of all bytes from `from` on.
local function checksum_at(data, from, at)
  if not compute_checksum then return nil end
  local r = new_reader(data, at, #data + 1, false)
  local said = numbers.fixed(r, { bits = 8 * checksum_size, little = protocol.wire.checksum.little })
  return { at = at, len = checksum_size, said = said, computed = compute_checksum(data, from, at) }
end

local framings = {}

-- A header says how long the frame is.
function framings.header(data, at)
  local wire = protocol.wire
  local r = new_reader(data, at + wire.length_at, #data + 1, true)
  if r.at > r.stop then more() end
  local behind = numbers[wire.length.form](r, wire.length) - wire.adjust
  local stop = r.at + behind
  if behind < 0 then malformed("has a length that is less than its header") end
  if stop - at > wire.max_frame then malformed("is longer than " .. wire.max_frame .. " bytes") end
  if stop > #data + 1 then more(stop - #data - 1) end
  return data, at, stop, stop
end

function framings.fixed(data, at)
  local stop = at + protocol.wire.size
  if stop > #data + 1 then more(stop - #data - 1) end
  return data, at, stop, stop
end

local function end_byte(data, at, byte)
  local found = data:find(string.char(byte), at, true)
  if found then return found end
  -- Stuffing doubles a frame at most.
  if #data - at > 2 * protocol.wire.max_frame then malformed("is longer than " .. protocol.wire.max_frame .. " bytes") end
  more()
end

function framings.marked(data, at)
  if data:byte(at) ~= protocol.wire.start then malformed("does not begin with its mark") end
  local found = end_byte(data, at, protocol.wire.stop)
  return data, at + 1, found, found + 1
end

local unstuff = {}

function unstuff.slip(text)
  return (text:gsub("\219(.?)", function(letter)
    if letter == "\220" then return "\192" end
    if letter == "\221" then return "\219" end
    malformed("has a wrong escape")
  end))
end

function unstuff.hdlc(text)
  return (text:gsub("\125(.?)", function(letter)
    if letter == "" then malformed("has a wrong escape") end
    return string.char(xor(letter:byte(), 32))
  end))
end

function unstuff.cobs(text)
  local plain_text, at = {}, 1
  while at <= #text do
    local code = text:byte(at)
    if at + code > #text + 1 then malformed("has a wrong stuffing") end
    plain_text[#plain_text + 1] = text:sub(at + 1, at + code - 1)
    at = at + code
    if code < 255 and at <= #text then plain_text[#plain_text + 1] = "\0" end
  end
  return table.concat(plain_text)
end

function framings.stuffed(data, at)
  local delimiter = ({ slip = 192, hdlc = 126, cobs = 0 })[protocol.wire.stuffing]
  local found = end_byte(data, at, delimiter)
  -- Delimiters without anything between them are filling.
  if found == at then return nil, at, at, at + 1 end
  local text = unstuff[protocol.wire.stuffing](data:sub(at, found - 1))
  return text, 1, #text + 1, found + 1
end
