-- Reading: a reader walks over the bytes of one message, a Lua string, and leaves nodes that are shown later.
-- Nothing is shown before a message is complete, so a message may be tried, and tried again with more bytes.

local deepest, most_shown = 32, 1000

-- The message cannot be read on.
local function malformed(reason) error({ reason = reason }, 0) end

-- The message goes on behind the bytes that are there: for so many, when that is all of it.
local function more(count) error({ more = count or 0 }, 0) end

-- stop: behind the last byte. open: where the message ends is not known yet, so what is missing may still come.
local function new_reader(data, at, stop, open)
  return { data = data, at = at, bit = 0, stop = stop, open = open, nodes = {}, values = {}, notes = 0, depth = 0 }
end

local function need(r, count)
  if r.at + count <= r.stop then return end
  if r.open then more() end
  malformed("ends too early")
end

-- Adds a node for the bytes from `at` to where the reader stands.
local function add(r, show, at, value)
  local node = { show = show, at = at, len = r.at - at, value = value }
  if r.bit > 0 then node.len = node.len + 1 end
  r.nodes[#r.nodes + 1] = node
  return node
end

-- A value that is read, but is not what was declared.
local function note(r, node, text)
  node.note = text
  r.notes = r.notes + 1
end

-- What `read` leaves stands below one node.
local function below(r, show, label, read)
  local at, outer = r.at, r.nodes
  local node = { show = show, at = at, label = label, nodes = {} }
  outer[#outer + 1] = node
  r.nodes, r.depth = node.nodes, r.depth + 1
  if r.depth > deepest then malformed("is nested more than " .. deepest .. " deep") end
  local read_on, problem = pcall(read, node)
  r.nodes, r.depth = outer, r.depth - 1
  node.len = r.at - at
  if r.bit > 0 then node.len = node.len + 1 end
  if not read_on then error(problem, 0) end
  return node
end

local function pow2(count)
  local power = 1
  for _ = 1, count do power = power * 2 end
  return power
end

local xor = bit32 and bit32.bxor or function(a, b)
  local result, place = 0, 1
  while a > 0 or b > 0 do
    local x, y = a % 2, b % 2
    if x ~= y then result = result + place end
    a, b, place = math.floor((a - x) / 2), math.floor((b - y) / 2), place * 2
  end
  return result
end

-- The text in capitals of ASCII, for words in any case.
local function plain(text) return protocol.wire.ignore_case and text:upper() or text end
