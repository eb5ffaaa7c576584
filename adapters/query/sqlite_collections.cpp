// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "adapters/query/sqlite_values.h"
#include "model/formula/scalar/rows.h"

// Aggregates that collect values: lists, arrays, distinct counts, the last value that is there.

namespace tessera::adapters {

using model::Json;
using model::Value;
using model::formula::ValueType;

namespace {

// -1, 0, 1 as SQLite orders values: numbers before texts. Neither is null.
int order(const Value &a, const Value &b)
{
    if (const auto same = model::compare(a, b))
        return *same < 0 ? -1 : *same > 0 ? 1 : 0;
    return a.isNumber() ? -1 : 1;
}

// Type and bytes, so that 1 and 1.0 are one and 1 and '1' are two.
std::string identity(sqlite3_value *value)
{
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_FLOAT) {
        const Value number = model::formula::numberValue(sqlite3_value_double(value));
        return 'n' + plainText(number);
    }
    return (type == SQLITE_INTEGER ? 'n' : 't') + std::string(textOf(value));
}

struct CountDistinct
{
    std::unordered_map<std::string, std::int64_t> seen;

    void step(int, sqlite3_value **values)
    {
        if (sqlite3_value_type(values[0]) != SQLITE_NULL)
            ++seen[identity(values[0])];
    }
    void inverse(int, sqlite3_value **values)
    {
        const auto at = sqlite3_value_type(values[0]) == SQLITE_NULL ? seen.end() : seen.find(identity(values[0]));
        if (at != seen.end() && --at->second == 0)
            seen.erase(at);
    }
    Value value() const { return static_cast<std::int64_t>(seen.size()); }
};

struct Item
{
    Value value;
    std::vector<Value> keys;
};

// Rows in the order of keys that come as further arguments: codes ("aD": a ascending, d descending, capitals nulls
// first), then a key each. Without them in the order of arrival.
struct Collection
{
    std::vector<Item> items;
    std::string codes;
    std::size_t left = 0; // items at the front that have left the frame

    void add(Value value, int count, sqlite3_value **values, int codesAt)
    {
        Item item{std::move(value), {}};
        if (codesAt < count) {
            codes = textOf(values[codesAt]);
            for (int i = codesAt + 1; i < count; ++i)
                item.keys.push_back(valueOf(values[i], ValueType::Any));
        }
        items.push_back(std::move(item));
    }
    bool before(const Item &a, const Item &b) const
    {
        for (std::size_t i = 0; i < a.keys.size() && i < b.keys.size() && i < codes.size(); ++i) {
            const Value &x = a.keys[i], &y = b.keys[i];
            const bool nullsFirst = codes[i] == 'A' || codes[i] == 'D';
            if (x.isNull() != y.isNull())
                return x.isNull() == nullsFirst;
            const int way = x.isNull() ? 0 : order(x, y);
            if (way != 0)
                return (way < 0) == (codes[i] == 'a' || codes[i] == 'A');
        }
        return false;
    }
    std::vector<Value> sorted()
    {
        std::vector<Item> copy(items.begin() + static_cast<std::ptrdiff_t>(left), items.end());
        if (!codes.empty())
            std::stable_sort(copy.begin(), copy.end(), [this](const Item &a, const Item &b) { return before(a, b); });
        std::vector<Value> out;
        for (Item &item : copy)
            out.push_back(std::move(item.value));
        return out;
    }
};

Value joined(const std::vector<Value> &texts, const std::string &separator)
{
    if (texts.empty())
        return {};
    std::string out;
    for (std::size_t i = 0; i < texts.size(); ++i)
        out += (i ? separator : std::string()) + plainText(texts[i]);
    return out;
}

// sigma_list_agg(text, separator[, codes, key …])
struct ListAgg : Collection
{
    std::string separator;

    void step(int count, sqlite3_value **values)
    {
        separator = textOf(values[1]);
        if (sqlite3_value_type(values[0]) != SQLITE_NULL)
            add(valueOf(values[0], ValueType::Any), count, values, 2);
    }
    void inverse(int, sqlite3_value **values) { left += sqlite3_value_type(values[0]) != SQLITE_NULL ? 1 : 0; }
    Value value() { return joined(sorted(), separator); }
};

// Distinct values by a key, in its order.
struct DistinctItems : Collection
{
    bool descending = false;

    std::vector<Value> distinct()
    {
        std::vector<Item> copy = items;
        std::stable_sort(copy.begin(), copy.end(),
                         [](const Item &a, const Item &b) { return order(a.keys[0], b.keys[0]) < 0; });
        copy.erase(std::unique(copy.begin(), copy.end(),
                               [](const Item &a, const Item &b) { return order(a.keys[0], b.keys[0]) == 0; }),
                   copy.end());
        if (descending)
            std::reverse(copy.begin(), copy.end());
        std::vector<Value> out;
        for (Item &item : copy)
            out.push_back(std::move(item.value));
        return out;
    }
    void inverse(int, sqlite3_value **) {} // used over whole partitions only
};

// sigma_list_agg_distinct(text, separator, direction, key)
struct ListAggDistinct : DistinctItems
{
    std::string separator;

    void step(int, sqlite3_value **values)
    {
        separator = textOf(values[1]);
        descending = textOf(values[2]) == "desc";
        if (sqlite3_value_type(values[3]) != SQLITE_NULL)
            items.push_back({valueOf(values[0], ValueType::Any), {valueOf(values[3], ValueType::Any)}});
    }
    Value value() { return joined(distinct(), separator); }
};

// sigma_array_agg(type letter, value[, codes, key …])
struct ArrayAgg : Collection
{
    void step(int count, sqlite3_value **values)
    {
        const std::string_view letter = textOf(values[0]);
        if (sqlite3_value_type(values[1]) != SQLITE_NULL)
            add(valueOf(values[1], typeOfLetter(letter.empty() ? 'a' : letter.front())), count, values, 2);
    }
    void inverse(int, sqlite3_value **values) { left += sqlite3_value_type(values[1]) != SQLITE_NULL ? 1 : 0; }
    Value value() { return model::formula::arrayValue(sorted()); }
};

// sigma_array_agg_distinct(type letter, direction, value)
struct ArrayAggDistinct : DistinctItems
{
    void step(int, sqlite3_value **values)
    {
        const std::string_view letter = textOf(values[0]);
        descending = textOf(values[1]) == "desc";
        if (sqlite3_value_type(values[2]) != SQLITE_NULL)
            items.push_back({valueOf(values[2], typeOfLetter(letter.empty() ? 'a' : letter.front())),
                             {valueOf(values[2], ValueType::Any)}});
    }
    Value value() { return model::formula::arrayValue(distinct()); }
};

// sigma_sparkline_agg(type letters, x, y): objects of both, by x.
struct SparklineAgg : Collection
{
    void step(int, sqlite3_value **values)
    {
        const std::string_view letters = textOf(values[0]);
        const auto typed = [&](std::size_t at) {
            return valueOf(values[at + 1], typeOfLetter(at < letters.size() ? letters[at] : 'a'));
        };
        codes = "a";
        const Value x = typed(0);
        items.push_back(
            {Value(Json{{"x", model::formula::toJsonValue(x)}, {"y", model::formula::toJsonValue(typed(1))}}), {x}});
    }
    void inverse(int, sqlite3_value **) { ++left; }
    Value value() { return model::formula::arrayValue(sorted()); }
};

// The last value of the frame that is not null.
struct LastNonNull
{
    Value last;
    std::int64_t rows = 0, gone = 0, lastRow = 0;

    void step(int, sqlite3_value **values)
    {
        ++rows;
        if (sqlite3_value_type(values[0]) == SQLITE_NULL)
            return;
        last = valueOf(values[0], ValueType::Any);
        lastRow = rows;
    }
    void inverse(int, sqlite3_value **) { ++gone; }
    Value value() const { return lastRow > gone ? last : Value(); }
};

} // namespace

int registerCollections(sqlite3 *database)
{
    const int codes[] = {Aggregate<CountDistinct>::add(database, "sigma_count_distinct", 1),
                         Aggregate<ListAgg>::add(database, "sigma_list_agg", -1),
                         Aggregate<ListAggDistinct>::add(database, "sigma_list_agg_distinct", 4),
                         Aggregate<ArrayAgg>::add(database, "sigma_array_agg", -1),
                         Aggregate<ArrayAggDistinct>::add(database, "sigma_array_agg_distinct", 3),
                         Aggregate<SparklineAgg>::add(database, "sigma_sparkline_agg", 3),
                         Aggregate<LastNonNull>::add(database, "sigma_last_nonnull", 1)};
    return *std::max_element(std::begin(codes), std::end(codes));
}

} // namespace tessera::adapters
