// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/array_match.h"

#include <deque>
#include <unordered_map>

#include "model/base/json_text.h"

namespace tessera::adapters {

using model::Json;

namespace {

std::string identityOf(const Json &value)
{
    if (!value.is_object())
        return {};
    for (const char *key : {"id", "columnId", "fieldId", "toolId", "pageId", "elementId", "name"}) {
        if (const std::string text = model::stringMember(value, key); !text.empty())
            return key + (':' + text);
    }
    return {};
}

using Indexes = std::unordered_map<std::string, std::deque<int>>;

template <class Text>
void matchBy(const std::vector<const Json *> &before, const std::vector<const Json *> &after, std::vector<bool> &used,
             std::vector<int> &out, std::size_t from, std::size_t beforeEnd, std::size_t afterEnd, Text &&text)
{
    Indexes free;
    for (std::size_t i = from; i < beforeEnd; ++i) {
        if (const std::string key = used[i] ? std::string() : text(*before[i]); !key.empty())
            free[key].push_back(static_cast<int>(i));
    }
    for (std::size_t i = from; i < afterEnd; ++i) {
        if (out[i] >= 0)
            continue;
        const auto it = free.find(text(*after[i]));
        if (it == free.end() || it->second.empty())
            continue;
        out[i] = it->second.front();
        used[static_cast<std::size_t>(out[i])] = true;
        it->second.pop_front();
    }
}

void pairTheRest(const std::vector<bool> &used, std::vector<int> &out)
{
    std::vector<int> gone;
    std::vector<std::size_t> come;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i])
            gone.push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] < 0)
            come.push_back(i);
    }
    if (gone.size() != come.size())
        return;
    for (std::size_t i = 0; i < gone.size(); ++i)
        out[come[i]] = gone[i];
}

} // namespace

std::vector<int> matchItems(const std::vector<const Json *> &before, const std::vector<const Json *> &after)
{
    std::vector<int> out(after.size(), -1);
    std::vector<bool> used(before.size(), false);
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && *before[head] == *after[head]) {
        out[head] = static_cast<int>(head);
        used[head++] = true;
    }
    std::size_t beforeEnd = before.size();
    std::size_t afterEnd = after.size();
    while (beforeEnd > head && afterEnd > head && *before[beforeEnd - 1] == *after[afterEnd - 1]) {
        out[--afterEnd] = static_cast<int>(--beforeEnd);
        used[beforeEnd] = true;
    }
    matchBy(before, after, used, out, head, beforeEnd, afterEnd, identityOf);
    matchBy(before, after, used, out, head, beforeEnd, afterEnd,
            [](const Json &value) { return model::writeJson(value); });
    pairTheRest(used, out);
    return out;
}

} // namespace tessera::adapters
