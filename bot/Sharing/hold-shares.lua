-- Nobody takes of the budget (KEYS[1]) for so long (ARGV[1]).
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local whole = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now + tonumber(ARGV[1]))
return redis.call('SET', KEYS[1], string.format('%.0f', whole), 'PX', math.ceil((whole - now) / 1000))
