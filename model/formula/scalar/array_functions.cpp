// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/base/text.h"
#include "model/formula/scalar/rows.h"

namespace tessera::model::formula {

namespace {

constexpr std::int64_t longestArray = 1'000'000;

bool holds(const std::vector<Value> &elements, const Value &wanted)
{
    return std::find(elements.begin(), elements.end(), wanted) != elements.end();
}

std::vector<Value> distinct(const std::vector<Value> &elements)
{
    std::vector<Value> out;
    for (const Value &element : elements) {
        if (!holds(out, element))
            out.push_back(element);
    }
    return out;
}

Value array(Arguments a, const Environment &)
{
    return arrayValue({a.begin(), a.end()});
}

Value compact(Arguments a, const Environment &)
{
    auto elements = arrayOf(a[0]);
    if (!elements)
        return {};
    std::erase_if(*elements, [](const Value &v) { return v.isNull(); });
    return arrayValue(*elements);
}

Value concat(Arguments a, const Environment &)
{
    std::vector<Value> out;
    for (const Value &argument : a) {
        const auto elements = arrayOf(argument);
        if (!elements)
            return {};
        out.insert(out.end(), elements->begin(), elements->end());
    }
    return arrayValue(out);
}

Value contains(Arguments a, const Environment &)
{
    const auto elements = arrayOf(a[0]);
    return elements && a.size() > 1 ? Value(holds(*elements, a[1])) : Value();
}

Value distinctOf(Arguments a, const Environment &)
{
    const auto elements = arrayOf(a[0]);
    return elements ? arrayValue(distinct(*elements)) : Value();
}

template <bool Keep>
Value compared(Arguments a, const Environment &)
{
    const auto first = arrayOf(a[0]);
    const auto second = a.size() > 1 ? arrayOf(a[1]) : std::nullopt;
    std::vector<Value> out;
    if (first && second) {
        for (const Value &element : distinct(*first)) {
            if (holds(*second, element) == Keep)
                out.push_back(element);
        }
    }
    return arrayValue(out);
}

Value join(Arguments a, const Environment &)
{
    const auto elements = a.empty() ? std::nullopt : arrayOf(a[0]);
    if (!elements || (a.size() > 1 && !a[1].isText()))
        return {};
    const std::string separator = a.size() > 1 ? a[1].text() : ",";
    const bool replaces = a.size() > 2 && a[2].isText();
    std::string out;
    bool first = true;
    for (const Value &element : *elements) {
        if (element.isNull() && !replaces)
            continue;
        const std::string shown =
            element.isLogical() ? std::string(element.logical() ? "true" : "false") : plainText(element); // as in JSON
        out += (first ? std::string() : separator) + (element.isNull() ? a[2].text() : shown);
        first = false;
    }
    return out;
}

Value length(Arguments a, const Environment &)
{
    const auto elements = arrayOf(a[0]);
    return elements ? Value(static_cast<std::int64_t>(elements->size())) : Value();
}

Value slice(Arguments a, const Environment &)
{
    const auto elements = arrayOf(a[0]);
    const auto start = wholeAt(a, 1);
    const auto count = wholeAt(a, 2, longestArray);
    if (!elements || !start || !count)
        return {};
    const auto size = static_cast<std::int64_t>(elements->size());
    const std::int64_t from = std::clamp<std::int64_t>(*start < 0 ? size + *start : *start, 0, size);
    const std::int64_t until = std::min(size, from + std::max<std::int64_t>(0, *count));
    return arrayValue({elements->begin() + from, elements->begin() + until});
}

Value raggedHierarchy(Arguments a, const Environment &)
{
    std::vector<Value> out;
    for (const Value &level : a) {
        if (!level.isNull() && !(level.isText() && level.text().empty()))
            out.push_back(level);
    }
    return arrayValue(out);
}

Value sequence(Arguments a, const Environment &)
{
    const auto start = wholeAt(a, 0);
    const auto end = wholeAt(a, 1);
    const auto step = wholeAt(a, 2, 1);
    if (!start || !end || !step)
        return {};
    std::vector<Value> out;
    if (*step != 0 && (*step > 0) == (*end >= *start)) {
        for (std::int64_t i = *start; *step > 0 ? i <= *end : i >= *end; i += *step) {
            if (static_cast<std::int64_t>(out.size()) >= longestArray)
                return {};
            out.emplace_back(i);
        }
    }
    if (*start == *end && *step != 0 && out.empty())
        out.emplace_back(*start);
    return arrayValue(out);
}

Value split(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *delimiter = textAt(a, 1);
    if (!text || !delimiter)
        return {};
    std::vector<Value> out;
    if (delimiter->empty()) {
        for (const uint c : toQString(*text).toUcs4())
            out.emplace_back(toUtf8(QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1)));
    } else {
        for (const QString &part : toQString(*text).split(toQString(*delimiter)))
            out.emplace_back(toUtf8(part));
    }
    return arrayValue(out);
}

constexpr ScalarFunction rows[] = {
    {"Array", array, false},
    {"ArrayCompact", compact},
    {"ArrayConcat", concat},
    {"ArrayContains", contains},
    {"ArrayDistinct", distinctOf},
    {"ArrayExcept", compared<false>},
    {"ArrayIntersection", compared<true>},
    {"ArrayJoin", join},
    {"ArrayLength", length},
    {"ArraySlice", slice},
    {"RaggedHierarchy", raggedHierarchy, false},
    {"Sequence", sequence},
    {"SplitToArray", split},
};

} // namespace

std::span<const ScalarFunction> arrayFunctions()
{
    return rows;
}

} // namespace tessera::model::formula
