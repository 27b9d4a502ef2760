-- One message from the front of the bytes, on each kind of wire. What they answer: `name`, `message`, `r` (its reader), where it
-- began (`at`) and where the next one begins (`next`).

local function read_of(r, message, at, following)
  local one = { message = message, r = r, at = at, next = following, nodes = r.nodes, fatal = r.fatal, stopped = r.at }
  one.name = message.name
  return one
end

-- Bytes that are no message of this protocol.
local function unknown(data, at, following, reason)
  return { name = "Unknown message", at = at, next = following, nodes = {}, fatal = reason, stopped = at }
end

-- The line's end is known; what is broken behind it breaks everything that follows.
local function after_failure(r, following)
  if r.stop == r.edge and r.at >= following then return r.edge end
  return following
end

local function read_text(data, at, candidates, whole)
  local probe = { data = data, at = at, edge = #data + 1, whole = whole }
  local stop, following = line_end(probe)
  local line = data:sub(at, stop - 1)
  local function make(message)
    if not begins(message, line) then return nil end
    local r = new_reader(data, at, stop, false)
    r.next_line, r.edge, r.whole = following, #data + 1, whole
    return r
  end
  local r, message = best(candidates, make, read_line)
  if not r then return unknown(data, at, following, "begins like no message") end
  return read_of(r, message, at, r.fatal and after_failure(r, following) or math.max(r.at, following))
end

-- What one read returned is one message.
local function read_whole(data, at, candidates)
  local line = data:sub(at)
  local function make(message)
    if not begins(message, line) then return nil end
    local r = new_reader(data, at, #data + 1, false)
    r.edge = #data + 1
    return r
  end
  local r, message = best(candidates, make, read_line)
  if not r then return unknown(data, at, #data + 1, "begins like no message") end
  return read_of(r, message, at, #data + 1)
end

-- Frames that end where their fields end.
local function read_fields(data, at, candidates, whole)
  local stop = whole and #data + 1 - checksum_size or #data + 1
  local function make() return new_reader(data, at, stop, not whole) end
  local r, message = best(candidates, make, read_binary)
  if not r then return unknown(data, at, #data + 1, "is no message with this tag") end
  if r.fatal then return read_of(r, message, at, #data + 1) end
  if r.at + checksum_size > #data + 1 then more() end
  local one = read_of(r, message, at, r.at + checksum_size)
  one.checksum = checksum_at(data, at, r.at)
  return one
end

local function read_frame(data, at, candidates)
  local text, from, stop, following = framings[protocol.wire.framing](data, at)
  if not text then return { filling = true, at = at, next = following } end
  local last = stop - checksum_size
  if last < from then return unknown(data, at, following, "is shorter than its checksum") end
  local function make() return new_reader(text, from, last, false) end
  local r, message = best(candidates, make, read_binary)
  local one = r and read_of(r, message, at, following) or unknown(data, at, following, "is no message with this tag")
  one.checksum = checksum_at(text, from, last)
  if text ~= data then one.plain = text end
  return one
end

local function show_envelope(one, outer)
  one.nodes[#one.nodes + 1] = { at = one.at, len = one.next - one.at, label = "Envelope", nodes = outer.nodes }
end

-- Commands are lists of words, or lines that somebody typed.
local function read_enveloped_command(data, at, candidates)
  local outer, items, following
  if data:byte(at) == protocol.wire.list then
    local value
    outer, value = read_value(data, at, #data + 1, true)
    items, following = items_of(value) or {}, outer.at
  else
    if not protocol.wire.inline then malformed("does not begin like a list") end
    local stop
    stop, following = line_end({ data = data, at = at, edge = #data + 1 })
    items = typed_items(data, at, stop)
    if #items == 0 then return { filling = true, at = at, next = following } end
  end
  local function make(message)
    if not message.verb or not begins_with_items(message, items) then return nil end
    return new_reader(data, at, following, false)
  end
  local r, message = best(candidates, make, function(r, message) read_items(r, message, items) end)
  local one = r and read_of(r, message, at, following) or unknown(data, at, following, "has a verb that no command has")
  one.stopped = following
  if outer then show_envelope(one, outer) end
  return one
end

local function read_enveloped_reply(data, at, candidates)
  local outer, value = read_value(data, at, #data + 1, true)
  local following = outer.at
  local items = value.case == protocol.wire.list_case and items_of(value) or nil
  local line = data:sub(at, following - 1):gsub("\r?\n$", "")
  local function make(message)
    local r = new_reader(data, at, following, false)
    if message.union then return r end
    if message.enveloped then return items and items[1] and begins_with_items(message, items) and r or nil end
    if message.binary then return r end
    if not begins(message, line) then return nil end
    r.edge, r.stop = following, at + #line
    return r
  end
  local function read(r, message)
    if message.union then
      r.nodes, r.at = outer.nodes, following
    elseif message.enveloped then
      read_items(r, message, items)
    elseif message.binary then
      read_binary(r, message)
    else
      read_line(r, message)
    end
  end
  local r, message = best(candidates, make, read)
  if not r then return unknown(data, at, following, "is no reply that was declared") end
  local one = read_of(r, message, at, following)
  one.stopped = following
  if message.enveloped then show_envelope(one, outer) end
  return one
end

local function read_message(data, at, candidates, from_client, whole)
  local wire = protocol.wire
  if wire.kind == "text" then return read_text(data, at, candidates, whole) end
  if wire.kind == "unframed" then return read_whole(data, at, candidates) end
  if wire.kind == "envelope" then
    if from_client then return read_enveloped_command(data, at, candidates) end
    return read_enveloped_reply(data, at, candidates)
  end
  if wire.framing == "fields" then return read_fields(data, at, candidates, whole) end
  return read_frame(data, at, candidates)
end
