-- Bodies on a wire without frames go on in the reads that follow, until their mark, or until silence.

-- The bytes of this read belong to the body that this side is sending. nil: it has ended.
local function body_read(talk, side, data, time)
  local body, other = talk.body[side], talk.body[3 - side]
  -- Whoever speaks has heard the silence that ended what the other side sent.
  if other and other.step.mark == "" then talk.body[3 - side] = nil end
  if not body then return nil end
  local silent = body.time and (time - body.time) * 1000 >= body.step.quiet
  body.time = time
  if body.step.mark == "" and silent then
    talk.body[side] = nil
    return nil
  end
  local len, ends = #data, false
  if body.step.mark ~= "" and data:sub(-#body.step.mark) == body.step.mark then
    len, ends = len - #body.step.mark, true
    talk.body[side] = nil
  end
  local nodes = {}
  if len > 0 then nodes[1] = { show = body.step.show, at = 1, len = len } end
  if ends then nodes[#nodes + 1] = { at = len + 1, len = #data - len, label = "End of the body" } end
  return { name = body.name, at = 1, next = #data + 1, nodes = nodes, stopped = #data + 1, is_body = true }
end

-- A message has a body, which may begin in the same read.
local function body_begins(talk, side, one, data, time)
  local step = one.r and one.r.body
  if not step or one.fatal then return end
  talk.body[side] = { step = step, name = one.name, time = time }
  if one.r.at > #data then return end
  local rest = body_read(talk, side, data:sub(one.r.at), time)
  for _, node in ipairs(rest.nodes) do
    node.at = node.at + one.r.at - 1
    one.nodes[#one.nodes + 1] = node
  end
end
