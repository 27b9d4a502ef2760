-- The protocol, its filter names and its expert infos.

-- Wireshark has protocols of its own with the names of many. Where ours is taken, it is called protokit.NAME.
local function make_protocol()
  local title = protocol.title .. " (ProtoKit)"
  local free, made = pcall(Proto, protocol.name, title)
  if free then return made end
  return Proto("protokit." .. protocol.name, title)
end

local dissector = make_protocol()
local fields, field_list, is_text, is_bytes, is_letter, wide = {}, {}, {}, {}, {}, {}

-- Registers one field. A name that Wireshark has with another type gets the prefix too.
local function field(make, key, ...)
  local free, made = pcall(make, protocol.name .. "." .. key, ...)
  if not free then made = make("protokit." .. protocol.name .. "." .. key, ...) end
  fields[key], is_text[key], is_bytes[key] = made, make == ProtoField.string, make == ProtoField.bytes
  is_letter[key] = make == ProtoField.char
  if make == ProtoField.uint64 then wide[key] = UInt64 elseif make == ProtoField.int64 then wide[key] = Int64 end
  field_list[#field_list + 1] = made
end

local expert_malformed = ProtoExpert.new("protokit." .. protocol.name .. ".malformed", "These bytes are not what was declared",
  expert.group.MALFORMED, expert.severity.ERROR)
local expert_invalid = ProtoExpert.new("protokit." .. protocol.name .. ".invalid", "A value is not what was declared",
  expert.group.PROTOCOL, expert.severity.WARN)
local expert_checksum = ProtoExpert.new("protokit." .. protocol.name .. ".bad_checksum", "The checksum is wrong",
  expert.group.CHECKSUM, expert.severity.ERROR)
dissector.experts = { expert_malformed, expert_invalid, expert_checksum }

field(ProtoField.string, "message", "Message")
field(ProtoField.framenum, "answers", "Answers the command in frame", base.NONE, frametype.REQUEST)
field(ProtoField.framenum, "answered", "Answered in frame", base.NONE, frametype.RESPONSE)
field(ProtoField.bytes, "malformed", "Malformed bytes")
