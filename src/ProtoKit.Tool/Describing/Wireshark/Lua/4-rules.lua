-- What a value has to be, besides being of its type.

local function judge_value(r, node, step, value)
  local rules = step.rules or {}
  if step.enum and not enums[step.enum][value] then note(r, node, "is no value of " .. step.enum) end
  if step.expect ~= nil and value ~= step.expect then
    note(r, node, "is not " .. tostring(step.expect))
    -- What a header holds says which message it is.
    if step.header then r.other = true end
  end
  if rules.least and value < rules.least then note(r, node, "is less than " .. rules.least) end
  if rules.most and value > rules.most then note(r, node, "is more than " .. rules.most) end
  if not rules.one_of then return end
  for _, one in ipairs(rules.one_of) do
    if one == value then return end
  end
  note(r, node, "is none of " .. table.concat(rules.one_of, ", "))
end

-- Notes what is wrong with a number, or with a text of so many bytes.
local function judge(r, node, step, value, bytes)
  judge_value(r, node, step, value)
  local most = step.rules and step.rules.max_bytes
  if most and bytes and bytes > most then note(r, node, "is longer than " .. most .. " bytes") end
end

-- A list has at least so many items; nil: nothing is wrong with that.
local function too_few(step, count)
  local least = step.rules and step.rules.at_least
  if least and count < least then return "has fewer than " .. least .. " " .. (step.title or step.field) end
end

-- Whether a field is there, or a command answered: an earlier field compares so.
local function holds(values, when)
  if not when then return true end
  local value = values[when.member]
  if when.part and type(value) == "table" then value = value[when.part] end
  if type(value) ~= "number" then return false end
  if when.comparison == "equal" then return value == when.value end
  if when.comparison == "notEqual" then return value ~= when.value end
  if when.comparison == "less" then return value < when.value end
  return value > when.value
end
