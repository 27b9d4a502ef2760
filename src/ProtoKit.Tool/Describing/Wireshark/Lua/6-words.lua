-- Messages of words: on a line, where blanks stand between them, or the items of an envelope.

-- Where the words of one message come from: a line up to `stop`, or the list `items`.
local function at_end(r)
  if r.items then return r.item > #r.items end
  return r.at >= r.stop
end

local function next_item(r)
  local item = r.items[r.item]
  if not item then malformed("has too few words") end
  r.item = r.item + 1
  if item.at then r.at = item.at + item.len end
  return item
end

local function cut(r, at, stop, text)
  r.at = stop
  return { at = at, len = stop - at, text = text or r.data:sub(at, stop - 1) }
end

-- "..." with \" and \\ inside.
local function quoted(r)
  local text, at = {}, r.at + 1
  while at < r.stop do
    local letter = r.data:sub(at, at)
    if letter == '"' then return cut(r, r.at, at + 1, table.concat(text)) end
    if letter == "\\" then
      at = at + 1
      letter = r.data:sub(at, at)
    end
    text[#text + 1] = letter
    at = at + 1
  end
  malformed("begins with a quote and does not end with one")
end

local function word(r, step)
  local stop = r.data:find(" ", r.at, true) or r.stop
  if step.stop then stop = math.min(stop, r.data:find(step.stop:sub(1, 1), r.at, true) or r.stop) end
  stop = math.min(stop, r.stop)
  if stop == r.at then malformed("has a blank too many, or a word too few") end
  return cut(r, r.at, stop)
end

local function blank(r)
  if r.data:sub(r.at, r.at) ~= " " or r.at >= r.stop then malformed("has a word too few") end
  r.at = r.at + 1
end

local function next_word(r, step)
  if r.items then return next_item(r) end
  if step.form == "rest" then
    if step.lead and r.at < r.stop then blank(r) end
    return cut(r, r.at, r.stop)
  end
  if step.lead then blank(r) end
  if step.form == "quoted" and r.data:sub(r.at, r.at) == '"' then return quoted(r) end
  return word(r, step)
end

local times = {
  DateOnly = "^%d%d%d%d%-%d%d%-%d%d$",
  TimeOnly = "^%d%d:%d%d",
  DateTimeOffset = "^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%d",
}

-- Shows a word as its field, as what its type says.
local function show_word(r, step, cut_word)
  local node = { show = step.show, at = cut_word.at, len = cut_word.len, text = cut_word.text }
  r.nodes[#r.nodes + 1] = node
  local value = cut_word.text
  if step.kind == "integer" then
    value = value:match("^%-?%d+$") and tonumber(value)
    node.value = value
    if value and math.abs(value) >= 9007199254740992 then node.exact = Int64.new(cut_word.text) end
  elseif step.kind == "real" then
    value = value:match("^%-?%d") and tonumber(value)
    node.value = value
  elseif step.kind == "bool" then
    if value == "true" or value == "false" then value = value == "true" and 1 or 0 else value = nil end
    node.value, node.bool = value, true
  elseif step.kind == "time" and not value:find(times[step.type] or times.DateTimeOffset) then
    value = nil
  end
  if not value then
    node.show, node.value = "malformed", nil
    note(r, node, (step.title or step.field) .. " is not of the type " .. step.type)
    return
  end
  judge(r, node, step, value, cut_word.len)
  r.values[step.field] = step.enum and { text = value } or value
end

function steps_of.literal(r, step)
  if r.items then
    for expected in step.text:gmatch("%S+") do
      if plain(next_item(r).text or "") ~= plain(expected) then malformed("does not say " .. step.text) end
    end
    return
  end
  local said = r.data:sub(r.at, math.min(r.at + #step.text, r.stop) - 1)
  if plain(said) ~= plain(step.text) then malformed("does not say " .. step.text) end
  r.at = r.at + #step.text
end

-- The option or flag words of a message, which end what may be left out before them.
local function is_option(r, message)
  local following = r.items and r.items[r.item]
  local text = following and following.text or not r.items and r.data:match("^ ?([^ \r\n]+)", r.at) or nil
  return text and message.option_words and message.option_words[plain(text)]
end

function steps_of.slot(r, step)
  if step.optional and (at_end(r) or is_option(r, r.message)) then return end
  local found = next_word(r, step)
  if not found.null then show_word(r, step, found) end
end

function steps_of.words(r, step)
  local count = 0
  while not at_end(r) do
    local before = r.items and r.item or r.at
    local outer = r.nodes
    if count >= most_shown then r.nodes = {} end
    local found = next_word(r, { lead = step.lead or count > 0 })
    if not found.null then show_word(r, step, found) end
    r.nodes = outer
    count = count + 1
    if before == (r.items and r.item or r.at) then malformed("has words of no bytes") end
  end
  if too_few(step, count) then malformed(too_few(step, count)) end
end

function steps_of.groups(r, step)
  local count = 0
  while not at_end(r) do
    local left = r.items and r.item
    below(r, step.show, (step.title or step.field), function()
      for index, part in ipairs(records[step.record].steps) do
        local whole = setmetatable({ lead = step.lead or count > 0 or index > 1 }, { __index = part })
        if part.step ~= "end" then steps_of[part.step](r, whole) end
      end
    end)
    count = count + 1
    if left and left == r.item then malformed("has groups of no words") end
  end
  if too_few(step, count) then malformed(too_few(step, count)) end
end

-- Options and flags stand in any order behind all else, so the first of them reads them all.
local function read_options(r)
  while not at_end(r) do
    local found = next_word(r, { lead = true })
    local step = r.message.option_words[plain(found.text or "")]
    if not step then malformed("has a word too many") end
    if r.values[step.field] ~= nil then malformed("says " .. step.word .. " twice") end
    if step.step == "flag" then
      r.nodes[#r.nodes + 1] = { show = step.show, at = found.at, len = found.len, value = 1, bool = true }
      r.values[step.field] = 1
    else
      show_word(r, step, next_word(r, { lead = true }))
    end
  end
end

steps_of.option, steps_of.flag = read_options, read_options

function steps_of.count(r, step)
  local found = next_word(r, step)
  local value = found.text:match("^%d+$") and #found.text < 16 and tonumber(found.text)
  if not value then malformed("has no number of lines") end
  r.nodes[#r.nodes + 1] = { show = step.show, at = found.at, len = found.len, value = value }
  r.count = value
end

function steps_of.length(r, step)
  local found = next_word(r, step)
  local value = found.text:match("^%d+$") and #found.text < 16 and tonumber(found.text)
  if not value then malformed("has no length in bytes") end
  r.nodes[#r.nodes + 1] = { show = step.show, at = found.at, len = found.len, value = value }
  r.length = value
end
