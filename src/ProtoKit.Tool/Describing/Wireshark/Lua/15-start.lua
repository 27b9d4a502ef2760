-- The dissector itself: cuts messages off the bytes that Wireshark has put in order, and asks for more where one is not complete.

dissector.fields = field_list
dissector.prefs.port = Pref.uint("Port", protocol.port, "The port of the server; 0: none")

-- One message, whatever the bytes are. nil: more bytes are needed, as many as the second result says (0: nobody knows).
local function next_message(data, at, candidates, from_client, whole)
  local read, one = pcall(read_message, data, at, candidates, from_client, whole)
  if read then return one end
  if type(one) == "table" and one.more then return nil, one.more end
  local reason = type(one) == "table" and one.reason or "cannot be read by this dissector: " .. tostring(one)
  return unknown(data, at, #data + 1, reason)
end

local function hear(talk, one, from_client, frame)
  if not one.message then
    -- What is no command is answered with a refusal.
    if from_client and not one.is_body and #faults > 0 then talk.open[#talk.open + 1] = { command = {}, frame = frame } end
    return {}
  end
  if from_client then return { open = command_heard(talk, one.message, one.r, frame), message = one.message } end
  local open = answer_heard(talk, one.message, one.r, frame)
  return { answers = open and open.frame, message = one.message }
end

local function name_in_columns(pinfo, names)
  pinfo.cols.protocol = protocol.title
  if #names > 8 then names = { table.concat(names, ", ", 1, 8), (#names - 8) .. " more" } end
  pinfo.cols.info = table.concat(names, ", ")
end

local function dissect(tvb, pinfo, tree, whole)
  local talk = talk_of()
  local from_client = is_client(pinfo, talk)
  local data, at, names, side = tvb:raw(), 1, {}, from_client and 1 or 2
  while at <= #data do
    local key = place_in_frame(pinfo)
    local before = found_before[key]
    local candidates = before and before.message and { before.message } or from_client and sayable(talk) or answerable(talk)
    local one, missing
    if protocol.wire.kind == "unframed" then
      one = before and before.one or not before and body_read(talk, side, data, pinfo.rel_ts)
    end
    if not one then one, missing = next_message(data, at, candidates, from_client, whole) end
    if not one and pinfo.can_desegment > 0 and tvb:reported_len() == tvb:captured_len() then
      pinfo.desegment_offset = at - 1
      pinfo.desegment_len = missing > 0 and missing or DESEGMENT_ONE_MORE_SEGMENT
      break
    end
    one = one or unknown(data, at, #data + 1, "goes on in bytes that were not captured")
    if not before then
      before = one.filling and {} or hear(talk, one, from_client, pinfo.number)
      if protocol.wire.kind == "unframed" then
        -- What a read is depends on the ones before it.
        if not one.is_body then body_begins(talk, side, one, data, pinfo.rel_ts) end
        before.one = one
      end
      found_before[key] = before
    end
    if not one.filling then
      names[#names + 1] = one.fatal and one.name .. " (malformed)" or one.name
      show_message(tree, tvb, one, before)
    end
    -- Whatever happened, the next message begins further on.
    at = math.max(one.next, at + 1)
  end
  if #names > 0 then name_in_columns(pinfo, names) end
  return tvb:len()
end

function dissector.dissector(tvb, pinfo, tree) return dissect(tvb, pinfo, tree, pinfo.port_type ~= 2) end

local registered = 0

local function register(port)
  for _, transport in ipairs(protocol.transports) do
    local table_of_ports = DissectorTable.get(transport .. ".port")
    if registered > 0 then table_of_ports:remove(registered, dissector) end
    if port > 0 then table_of_ports:add(port, dissector) else table_of_ports:add_for_decode_as(dissector) end
  end
  registered = port
end

function dissector.prefs_changed()
  if dissector.prefs.port ~= registered then register(dissector.prefs.port) end
end

register(protocol.port)
