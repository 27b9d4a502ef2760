-- An envelope: a message inside a value of a union, whose items are the message's words.

-- The words of a list: what the first field of each item holds. Null: nothing can be a word.
local function items_of(value)
  local list = value.values[value.first]
  if type(list) ~= "table" or list.null then return nil end
  local items = {}
  for index, item in ipairs(list) do
    local content = item.values[item.first]
    if type(content) == "number" then
      local text = string.format("%d", content)
      items[index] = { text = text, at = item.at, len = #text }
    elseif type(content) == "table" and content.text then
      items[index] = content
    else
      items[index] = { null = true, text = nil }
    end
  end
  return items
end

-- Reads one value and says where it ends.
local function read_value(data, at, stop, open)
  local r = new_reader(data, at, stop, open)
  r.message = {}
  local show = protocol.wire.union_show
  local step = { step = "union", field = "value", union = protocol.wire.union, show = show, union_show = show }
  steps_of.union(r, step)
  return r, r.values.value
end

-- A line that somebody typed: words with blanks between, in quotes when they have to be.
local function typed_items(data, at, stop)
  local items = {}
  while at < stop do
    local from = data:find("[^ \t]", at)
    if not from or from >= stop then break end
    local quote = data:sub(from, from)
    local word_stop, text
    if quote == '"' or quote == "'" then
      local found = from + 1
      while found < stop and data:sub(found, found) ~= quote do
        found = found + (data:sub(found, found) == "\\" and 2 or 1)
      end
      word_stop = math.min(found + 1, stop)
      text = data:sub(from + 1, found - 1):gsub("\\(.)", "%1")
    else
      word_stop = math.min(data:find("[ \t]", from) or stop, stop)
      text = data:sub(from, word_stop - 1)
    end
    items[#items + 1] = { at = from, len = word_stop - from, text = text }
    at = word_stop
  end
  return items
end

-- Whether the items begin with the words of this message's verb.
local function begins_with_items(message, items)
  local index = 1 + (message.kind == "command" and protocol.wire.verb or 0)
  for expected in message.verb:gmatch("%S+") do
    if not items[index] or not items[index].text or plain(items[index].text) ~= plain(expected) then return false end
    index = index + 1
  end
  return true
end

local function read_items(r, message, items)
  r.message, r.items, r.item = message, items, 1 + (message.kind == "command" and protocol.wire.verb or 0)
  local first = items[r.item]
  local verb = { show = "verb", at = first.at, len = first.len }
  if message.verb:find(" ", 1, true) then verb.text = message.verb end
  r.nodes[#r.nodes + 1] = verb
  read_steps(r, message.steps)
end
