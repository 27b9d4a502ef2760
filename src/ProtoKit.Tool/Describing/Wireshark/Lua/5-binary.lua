-- Messages of bytes: one function for each kind of step.

local steps_of = {}

local function read_steps(r, steps)
  for _, step in ipairs(steps) do
    if holds(r.values, step.when) then steps_of[step.step](r, step) end
  end
end

function steps_of.number(r, step)
  local at, bit = r.at, r.bit
  local value, exact = numbers[step.number.form](r, step.number)
  local node = add(r, step.show, at, value)
  node.exact, node.bool = exact, step.bool
  if step.number.form == "bits" then node.bit, node.bits = bit, step.number.bits end
  if step.number.form == "digits" then node.len = node.len - #step.number.stop end
  if step.tag and value ~= step.tag then
    r.other = true
    malformed("has another tag")
  end
  judge(r, node, step, value)
  r.values[step.field] = value
  -- The header's own name for what a message has a field for.
  if step.also then r.values[step.also] = value end
end

-- A string or bytes, from where the reader stands.
local function take(r, step, count)
  local node = { show = step.show, at = r.at, len = count }
  local text = r.data:sub(r.at, r.at + count - 1)
  if step.extent and step.extent.kind == "fixed" and step.text then
    text = text:match("^(.-)" .. step.extent.pad .. "*$")
    node.len = #text
  end
  r.at = r.at + count
  r.nodes[#r.nodes + 1] = node
  judge(r, node, step, text, #text)
  r.values[step.field] = { at = node.at, len = node.len, text = text }
end

-- Text that has to come next.
local function mark(r, text)
  need(r, #text)
  if r.data:sub(r.at, r.at + #text - 1) ~= text then malformed("does not end as declared") end
  r.at = r.at + #text
end

local extents = {}

function extents.prefixed(r, step, extent)
  local at = r.at
  local count = numbers[extent.prefix.form](r, extent.prefix)
  add(r, step.show .. ".length", at, count)
  if count < 0 then
    r.values[step.field] = { null = true }
    return
  end
  need(r, count)
  take(r, step, count)
  if extent.after then mark(r, extent.after) end
end

function extents.fixed(r, step, extent)
  need(r, extent.size)
  take(r, step, extent.size)
end

function extents.terminated(r, step, extent)
  local found = r.data:find(extent.stop, r.at, true)
  if not found or found + #extent.stop > r.stop then
    if r.open then more() end
    malformed("has no end")
  end
  take(r, step, found - r.at)
  r.at = r.at + #extent.stop
end

function extents.rest(r, step) take(r, step, r.stop - r.at) end

function steps_of.block(r, step) extents[step.extent.kind](r, step, step.extent) end

local function item_of(r, step, list)
  local outer = r.values
  r.values = setmetatable({}, { __index = outer })
  steps_of[step.item.step](r, step.item)
  list[#list + 1] = r.values[step.item.field]
  r.values = outer
end

function steps_of.items(r, step)
  local extent, list, count = step.extent, {}, nil
  if extent.kind == "prefixed" then
    local at = r.at
    count = numbers[extent.prefix.form](r, extent.prefix)
    add(r, step.show .. ".count", at, count)
  elseif extent.kind == "fixed" then
    count = extent.size
  end
  if count and count < 0 then
    r.values[step.field] = { null = true }
    return
  end
  -- Each item takes a byte at least, so a count that cannot be is found out before anything is read.
  if count and not r.open and count > r.stop - r.at then malformed("has fewer items than its count says") end
  local node = below(r, step.list, (step.title or step.field), function()
    local shown = r.nodes
    while (count and #list < count) or (not count and r.at < r.stop) do
      if #list >= most_shown then r.nodes = {} end
      local before = r.at
      item_of(r, step, list)
      if r.at == before then malformed("has items of no bytes") end
    end
    r.nodes = shown
  end)
  node.label = (step.title or step.field) .. ": " .. #list .. (#list == 1 and " item" or " items")
  local trouble = too_few(step, #list)
  if trouble then note(r, node, trouble) end
  r.values[step.field] = list
end

function steps_of.record(r, step)
  local outer, inner = r.values, {}
  r.values = inner
  below(r, step.show, (step.title or step.field), function() read_steps(r, records[step.record].steps) end)
  r.values = outer
  outer[step.field] = inner
end

function steps_of.union(r, step)
  need(r, 1)
  local case = unions[step.union][r.data:byte(r.at)]
  if not case then malformed("has no case for the byte " .. r.data:byte(r.at)) end
  local outer, inner, at = r.values, {}, r.at
  r.values = inner
  below(r, step.show, nil, function(node)
    node.text = case.name
    r.at = r.at + 1
    add(r, step.union_show .. ".tag", at, r.data:byte(at))
    read_steps(r, case.steps)
  end)
  r.values = outer
  outer[step.field] = { case = case.name, values = inner, first = case.first, at = at + 1 }
end

-- Everything that a message of bytes is; what its fields leave of a frame is told.
local function read_binary(r, message)
  read_steps(r, message.steps)
  if r.bit > 0 then malformed("ends within a byte") end
  if r.open or protocol.wire.framing == "fixed" then return end
  if r.at < r.stop then
    local at = r.at
    r.at = r.stop
    note(r, add(r, "malformed", at), "is more than the message takes")
  end
end
