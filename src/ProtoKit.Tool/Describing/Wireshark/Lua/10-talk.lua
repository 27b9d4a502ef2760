-- Conversations: who is the client, which commands are open, what is answered by what. Wireshark dissects a packet again whenever
-- it is shown, so what the first time found is kept by the frame and by the place that the message has in it.

local tcp_stream, udp_stream = Field.new("tcp.stream"), Field.new("udp.stream")

local talks, found_before = {}, {}

function dissector.init() talks, found_before = {}, {} end

local function talk_of()
  local tcp, udp = tcp_stream(), udp_stream()
  local key = tcp and "tcp " .. tostring(tcp) or udp and "udp " .. tostring(udp) or "one"
  if not talks[key] then talks[key] = { open = {}, body = {} } end
  return talks[key]
end

-- Whoever speaks to the server's port is the client; on other ports, whoever spoke first.
local function is_client(pinfo, talk)
  local port = dissector.prefs.port
  if pinfo.dst_port == port and pinfo.src_port ~= port then return true end
  if pinfo.src_port == port and pinfo.dst_port ~= port then return false end
  local sender = tostring(pinfo.src) .. " " .. pinfo.src_port
  talk.client = talk.client or sender
  return talk.client == sender
end

local function follower_of(command)
  for _, message in ipairs(continuations) do
    if message.follows == command.name then return message end
  end
end

local function command_heard(talk, message, r, frame)
  if talk.follow == message then talk.follow = nil end
  if not message.reply or not holds(r.values, message.answered_when) then return nil end
  local open = { command = message, frame = frame, id = protocol.correlated and r.values[protocol.correlated] }
  talk.open[#talk.open + 1] = open
  return open
end

local function place_of(talk, message, r)
  local id = protocol.correlated and r.values[protocol.correlated]
  for place, open in ipairs(talk.open) do
    if id ~= nil then
      if open.id == id then return place end
    elseif message.kind == "fault" or open.command.reply == message.name or open.command.item == message.name then
      return place
    end
  end
  -- A reply that was not expected answers all the same, and a push does not.
  if id == nil and not message.push and talk.open[1] then return 1 end
end

local function answer_heard(talk, message, r, frame)
  local place = place_of(talk, message, r)
  if not place then return nil end
  local open = talk.open[place]
  if open.command.item == message.name then return open end
  -- A reply that may be absent is, when a later command is answered.
  for before = place - 1, 1, -1 do
    if talk.open[before].command.optional_reply then
      table.remove(talk.open, before)
      place = place - 1
    end
  end
  table.remove(talk.open, place)
  open.answered = frame
  if message.kind ~= "fault" then talk.follow = follower_of(open.command) end
  return open
end

-- Where a message stands in its frame; counted anew whenever the frame is dissected.
local function place_in_frame(pinfo)
  local name = "protokit." .. protocol.name
  local count = (tonumber(pinfo.private[name]) or 0) + 1
  pinfo.private[name] = tostring(count)
  return pinfo.number .. ":" .. count
end
