-- Showing: nodes become items of Wireshark's tree.

local function label_bits(item, node)
  local before, after = node.bit, (8 - (node.bit + node.bits) % 8) % 8
  local value, digits = node.value, {}
  for i = node.bits, 1, -1 do
    digits[i] = tostring(math.floor(value % 2))
    value = math.floor(value / 2)
  end
  local all = string.rep(".", before) .. table.concat(digits) .. string.rep(".", after)
  item:prepend_text(all:gsub("(....)", "%1 ") .. "= ")
end

local function show_node(tree, tvb, node)
  local range = tvb:range(node.at - 1, node.len)
  local known = node.show and fields[node.show]
  local item
  if not known then
    item = tree:add(range, node.label or "")
  elseif node.bool then
    item = tree:add(known, range, node.value ~= 0)
  elseif node.exact then
    item = tree:add(known, range, node.exact)
  elseif node.value ~= nil and not is_letter[node.show] then
    -- Lua's numbers are no numbers of 64 bits to Wireshark.
    item = tree:add(known, range, wide[node.show] and wide[node.show](node.value) or node.value)
  elseif node.text and node.text ~= tvb:raw(node.at - 1, node.len) then
    item = tree:add(known, range, node.text)
  elseif is_text[node.show] then
    item = tree:add_packet_field(known, range, ENC_UTF_8)
  else
    item = tree:add(known, range)
  end
  local text = is_bytes[node.show] and node.len > 0 and node.len <= 64 and tvb:raw(node.at - 1, node.len)
  if text and text:find("^[ -~]+$") then item:append_text(' ("' .. text .. '")') end
  if node.bits and node.bits % 8 ~= 0 then label_bits(item, node) end
  if known and node.label then item:set_text(node.label) end
  if node.note then item:add_proto_expert_info(expert_invalid, node.note) end
  for _, inner in ipairs(node.nodes or {}) do show_node(item, tvb, inner) end
  return item
end

local function show_checksum(tree, tvb, sum)
  local item = tree:add(fields.checksum, tvb:range(sum.at - 1, sum.len), sum.said)
  if sum.said == sum.computed then
    item:append_text(" [right]")
  else
    item:append_text(string.format(" [wrong, should be 0x%x]", sum.computed))
    item:add_proto_expert_info(expert_checksum)
  end
end

-- One message: its name, what it answers or is answered by, its fields, what is wrong with it.
local function show_message(tree, tvb, one, before)
  local top = tree:add(dissector, tvb:range(one.at - 1, one.next - one.at))
  top:set_text(protocol.title .. ", " .. one.name)
  top:add(fields.message, one.name):set_generated()
  if before.answers then top:add(fields.answers, before.answers):set_generated() end
  if before.open and before.open.answered then top:add(fields.answered, before.open.answered):set_generated() end
  local source = tvb
  if one.plain then source = ByteArray.new(one.plain, true):tvb("Without stuffing") end
  if source:len() > 0 or #one.nodes == 0 then
    for _, node in ipairs(one.nodes) do show_node(top, source, node) end
  end
  if one.checksum then show_checksum(top, source, one.checksum) end
  if one.fatal then
    local rest = math.min(one.stopped, one.next)
    local item = top
    if one.next > rest and not one.plain then item = top:add(fields.malformed, tvb:range(rest - 1, one.next - rest)) end
    item:add_proto_expert_info(expert_malformed, one.name .. " " .. one.fatal)
  end
end
