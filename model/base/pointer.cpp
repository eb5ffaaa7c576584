// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/pointer.h"

#include <algorithm>
#include <charconv>

namespace tessera::model {

namespace {

std::string unescape(std::string_view token)
{
    std::string out;
    out.reserve(token.size());
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1'))
            out += token[++i] == '0' ? '~' : '/';
        else
            out += token[i];
    }
    return out;
}

std::optional<std::size_t> indexOf(const std::string &token)
{
    std::size_t index = 0;
    const char *end = token.data() + token.size();
    const auto [last, error] = std::from_chars(token.data(), end, index);
    if (error != std::errc() || last != end || token.empty())
        return std::nullopt;
    return index;
}

template <class J>
J *step(J *value, const std::string &token)
{
    if (value->is_object()) {
        const auto it = value->find(token);
        return it == value->end() ? nullptr : &*it;
    }
    if (value->is_array()) {
        const auto index = indexOf(token);
        return index && *index < value->size() ? &(*value)[*index] : nullptr;
    }
    return nullptr;
}

bool assignMember(Json &object, const std::string &key, const std::optional<Json> &value, int position)
{
    auto &members = object.get_ref<Json::object_t &>();
    const auto it = std::find_if(members.begin(), members.end(), [&](const auto &m) { return m.first == key; });
    if (!value) {
        if (it == members.end())
            return false;
        members.erase(it);
        return true;
    }
    if (it != members.end()) {
        it->second = *value;
        return true;
    }
    if (position < 0 || position >= static_cast<int>(members.size())) {
        members.emplace_back(key, *value);
        return true;
    }
    // Keys are const inside the container, so an insertion in the middle rebuilds the list.
    Json::object_t rebuilt;
    rebuilt.reserve(members.size() + 1);
    int at = 0;
    for (auto &entry : members) {
        if (at++ == position)
            rebuilt.emplace_back(key, *value);
        rebuilt.emplace_back(entry.first, std::move(entry.second));
    }
    members.swap(rebuilt);
    return true;
}

bool assignItem(Json &array, const std::string &token, const std::optional<Json> &value, bool insert)
{
    auto &items = array.get_ref<Json::array_t &>();
    const auto index = token == "-" ? std::optional(items.size()) : indexOf(token);
    if (!index)
        return false;
    if (!value) {
        if (*index >= items.size())
            return false;
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(*index));
        return true;
    }
    if (*index > items.size())
        return false;
    if (insert || *index == items.size())
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(*index), *value);
    else
        items[*index] = *value;
    return true;
}

} // namespace

std::string escapeToken(std::string_view token)
{
    std::string out;
    out.reserve(token.size());
    for (const char c : token) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string joinPointer(std::string_view base, std::string_view token)
{
    return std::string(base) + '/' + escapeToken(token);
}

std::string joinPointer(std::string_view base, std::size_t index)
{
    return std::string(base) + '/' + std::to_string(index);
}

std::vector<std::string> splitPointer(std::string_view pointer)
{
    std::vector<std::string> tokens;
    if (pointer.empty())
        return tokens;
    if (pointer.front() == '/')
        pointer.remove_prefix(1);
    for (;;) {
        const auto slash = pointer.find('/');
        tokens.push_back(unescape(pointer.substr(0, slash)));
        if (slash == std::string_view::npos)
            return tokens;
        pointer.remove_prefix(slash + 1);
    }
}

std::string parentPointer(std::string_view pointer)
{
    const auto slash = pointer.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(pointer.substr(0, slash));
}

std::string lastToken(std::string_view pointer)
{
    const auto slash = pointer.rfind('/');
    return slash == std::string_view::npos ? std::string() : unescape(pointer.substr(slash + 1));
}

const Json *at(const Json &root, std::string_view pointer)
{
    const Json *value = &root;
    for (const std::string &token : splitPointer(pointer)) {
        value = step(value, token);
        if (!value)
            return nullptr;
    }
    return value;
}

int positionOf(const Json &root, std::string_view pointer)
{
    const Json *parent = at(root, parentPointer(pointer));
    if (pointer.empty() || !parent)
        return -1;
    const std::string token = lastToken(pointer);
    if (parent->is_array()) {
        const auto index = indexOf(token);
        return index && *index < parent->size() ? static_cast<int>(*index) : -1;
    }
    if (!parent->is_object())
        return -1;
    int position = 0;
    for (const auto &[key, value] : parent->get_ref<const Json::object_t &>()) {
        if (key == token)
            return position;
        ++position;
    }
    return -1;
}

bool assign(Json &root, std::string_view pointer, const std::optional<Json> &value, int position, bool insert)
{
    if (pointer.empty()) {
        if (!value)
            return false;
        root = *value;
        return true;
    }
    Json *parent = &root;
    for (const std::string &token : splitPointer(parentPointer(pointer))) {
        parent = step(parent, token);
        if (!parent)
            return false;
    }
    const std::string token = lastToken(pointer);
    if (parent->is_object())
        return assignMember(*parent, token, value, position);
    if (parent->is_array())
        return assignItem(*parent, token, value, insert);
    return false;
}

} // namespace tessera::model
