// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/sample_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <set>

#include "adapters/query/table_writer.h"
#include "model/formula/lexer.h"
#include "model/value/calendar.h"

namespace tessera::adapters {

using model::Value;
using model::formula::ValueType;

namespace {

// Source: the splitmix64 step by Sebastiano Vigna, public domain, https://prng.di.unimi.it/splitmix64.c
std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ x >> 27) * 0x94D049BB133111EBULL;
    return x ^ x >> 31;
}

std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

// Numbers of one column: the same for the same row.
class Dice
{
public:
    Dice(std::uint64_t seed, std::string_view table, std::string_view column)
        : m_seed(mixed(seed) ^ mixed(hashOf(table)) ^ hashOf(column))
    {
    }
    std::uint64_t roll(std::int64_t row) const { return mixed(m_seed ^ mixed(static_cast<std::uint64_t>(row))); }
    double share(std::int64_t row) const { return static_cast<double>(roll(row) >> 11) / 9007199254740992.0; } // [0, 1)
    std::int64_t below(std::int64_t row, std::int64_t count) const
    {
        return static_cast<std::int64_t>(roll(row) % static_cast<std::uint64_t>(count));
    }

private:
    std::uint64_t m_seed;
};

struct WordList
{
    std::string_view about; // a part of the column's name
    std::vector<std::string> words;
};

const std::vector<WordList> &wordLists()
{
    static const std::vector<WordList> lists = {
        {"email", {}},
        {"country", {"United States", "Germany", "France", "Japan", "Brazil", "India", "Canada", "Spain"}},
        {"region", {"West", "East", "South", "North", "Central"}},
        {"state", {"California", "Texas", "New York", "Florida", "Illinois", "Ohio", "Georgia", "Washington"}},
        {"city", {"Berlin", "Chicago", "Lyon", "Osaka", "Austin", "Toronto", "Madrid", "Pune"}},
        {"category", {"Furniture", "Lighting", "Kitchen", "Garden", "Office", "Toys"}},
        {"family", {"Home", "Work", "Outdoor", "Travel"}},
        {"type", {"Standard", "Premium", "Basic", "Custom"}},
        {"segment", {"Consumer", "Corporate", "Small business", "Public"}},
        {"channel", {"Online", "Store", "Partner", "Phone"}},
        {"source", {"Search", "Email", "Social", "Direct", "Referral"}},
        {"status", {"Open", "In progress", "Done", "Cancelled"}},
        {"priority", {"Low", "Medium", "High", "Urgent"}},
        {"stage", {"Lead", "Qualified", "Proposal", "Negotiation", "Won", "Lost"}},
        {"department", {"Sales", "Finance", "Marketing", "Operations", "Support"}},
        {"gender", {"Female", "Male", "Other"}},
        {"currency", {"USD", "EUR", "GBP", "JPY"}},
        {"brand", {"Alder", "Birch", "Cedar", "Dune", "Ember"}},
        {"product",
         {"Desk lamp", "Office chair", "Bookshelf", "Water bottle", "Notebook", "Backpack", "Headphones", "Keyboard"}},
        {"item",
         {"Desk lamp", "Office chair", "Bookshelf", "Water bottle", "Notebook", "Backpack", "Headphones", "Keyboard"}},
        {"campaign", {"Spring sale", "Back to school", "Holiday", "Summer", "Loyalty"}},
        {"store", {"Harbour", "Old Town", "Market Street", "Station", "Riverside", "Airport"}},
        {"company", {"Northwind", "Blue Peak", "Greenfield", "Ironworks", "Silverline", "Oakridge"}},
        {"customer",
         {"Ada King", "Ben Okoro", "Chloe Martin", "Dario Rossi", "Elif Kaya", "Finn Berg", "Grace Lee", "Hugo Silva"}},
        {"owner", {"Ada King", "Ben Okoro", "Chloe Martin", "Dario Rossi", "Elif Kaya"}},
        {"name",
         {"Ada King", "Ben Okoro", "Chloe Martin", "Dario Rossi", "Elif Kaya", "Finn Berg", "Grace Lee", "Hugo Silva"}},
        {"month", {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
        {"quarter", {"Q1", "Q2", "Q3", "Q4"}},
    };
    return lists;
}

bool has(std::string_view name, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

ValueType typeByName(const std::string &name)
{
    if (name.starts_with("is ") || name.starts_with("is_") || name.starts_with("has ") || name.starts_with("has_") ||
        name.ends_with("flag"))
        return ValueType::Logical;
    if (has(name, {"date", "timestamp", "_at", " at", "_on"}) && !has(name, {"_once", "_only"}))
        return ValueType::Date;
    if (has(name, {"amount",    "revenue", "sales",       "cost",     "price",   "profit",   "quantity",
                   "qty",       "count",   "total",       "units",    "rate",    "margin",   "budget",
                   "spend",     "clicks",  "impressions", "score",    "percent", "pct",      "latitude",
                   "longitude", "cogs",    "number of",   "age",      "weight",  "discount", "duration",
                   "balance",   "year",    "visits",      "sessions", "orders",  "target"}))
        return ValueType::Number;
    return ValueType::Text;
}

Value numberFor(const std::string &name, const Dice &dice, std::int64_t row)
{
    const double share = dice.share(row);
    const auto cents = [](double value) { return Value(std::round(value * 100) / 100); };
    if (has(name, {"latitude"}) || name == "lat")
        return Value(std::round((26 + share * 22) * 1e4) / 1e4);
    if (has(name, {"longitude"}) || name == "lon" || name == "lng")
        return Value(std::round((-122 + share * 50) * 1e4) / 1e4);
    if (has(name, {"rate", "percent", "pct", "ratio", "share", "discount", "margin"}))
        return cents(share * 0.6);
    if (has(name, {"year"}))
        return Value(std::int64_t(2024 + dice.below(row, 3)));
    if (has(name, {"month"}))
        return Value(std::int64_t(1 + dice.below(row, 12)));
    if (has(name, {"quantity", "qty", "units", "items"}))
        return Value(std::int64_t(1 + dice.below(row, 12)));
    if (has(name, {"count", "number", "clicks", "visits", "sessions", "orders"}))
        return Value(std::int64_t(1 + dice.below(row, 400)));
    if (has(name, {"impressions"}))
        return Value(std::int64_t(500 + dice.below(row, 50'000)));
    if (has(name, {"age"}))
        return Value(std::int64_t(18 + dice.below(row, 60)));
    if (has(name, {"score", "rating"}))
        return Value(std::int64_t(1 + dice.below(row, 5)));
    return cents(5 + share * share * 1500); // many small amounts, few large ones
}

Value dateFor(const std::string &name, const Dice &dice, std::int64_t row, model::Moment now)
{
    const model::Moment day =
        model::add(model::truncate(now, model::DateUnit::Day), model::DateUnit::Day, -dice.below(row, 730));
    if (!has(name, {"time", "_at", " at"}))
        return Value(day);
    const model::Moment time = model::add(day, model::DateUnit::Minute, dice.below(row * 31 + 7, 24 * 60));
    return Value(std::min(time, now));
}

Value textFor(const SampleColumn &column, const std::string &name, const Dice &dice, std::int64_t row)
{
    const double share = dice.share(row);
    const auto pick = [&](const std::vector<std::string> &words) { // the first words more often
        return words[static_cast<std::size_t>(std::pow(share, 1.4) * static_cast<double>(words.size()))];
    };
    if (has(name, {"email", "mail"}))
        return Value("person" + std::to_string(1 + dice.below(row, 200)) + "@example.com");
    if (has(name, {"url", "link"}))
        return Value("https://example.com/" + std::to_string(1 + dice.below(row, 200)));
    if (has(name, {"zip", "postal"}))
        return Value(std::to_string(10'000 + dice.below(row, 89'999)));
    if (has(name, {"number", "code", "sku"}))
        return Value(std::to_string(1000 + dice.below(row, 9000)));
    for (const WordList &list : wordLists()) {
        if (!list.words.empty() && name.find(list.about) != std::string::npos)
            return Value(pick(list.words));
    }
    return Value(column.name + " " +
                 std::string(1, static_cast<char>('A' + static_cast<int>(std::pow(share, 1.4) * 6))));
}

Value keyFor(const SampleColumn &column, const Dice &dice, std::int64_t row, int rows)
{
    const std::int64_t number = column.isKey ? row + 1 : 1 + dice.below(row, rows);
    if (column.type != ValueType::Text)
        return Value(number);
    std::string digits = std::to_string(number);
    digits.insert(0, 5 - std::min<std::size_t>(5, digits.size()), '0');
    const char first = column.entity.front();
    return Value(std::string(1, first >= 'a' && first <= 'z' ? static_cast<char>(first - 32) : 'K') + digits);
}

Value cellFor(const SampleColumn &column, const std::string &name, const Dice &dice, std::int64_t row,
              const SampleOptions &options)
{
    if (!column.entity.empty())
        return keyFor(column, dice, row, options.rows);
    const bool chosen = !column.choices.empty() && (column.type == ValueType::Text || column.choices.size() > 1);
    if (chosen) // one place more for something else, so that a filter has an effect
        if (const auto at =
                static_cast<std::size_t>(dice.below(row, static_cast<std::int64_t>(column.choices.size()) + 1));
            at < column.choices.size())
            return column.choices[at];
    switch (column.type) {
    case ValueType::Number:
        return numberFor(name, dice, row);
    case ValueType::Date:
        return dateFor(name, dice, row, options.now);
    case ValueType::Logical:
        return Value(std::int64_t(dice.share(row) < 0.6));
    default:
        return textFor(column, name, dice, row);
    }
}

} // namespace

model::Result<LocalTable> storeSampleRows(SqliteConnection &connection, const std::string &table,
                                          const std::string &title, const std::vector<SampleColumn> &columns,
                                          const SampleOptions &options)
{
    LocalTable made;
    made.origin = LocalTable::Origin::Sample;
    made.rows = options.rows;
    std::vector<SampleColumn> typed = columns;
    std::vector<std::string> names, folds;
    std::vector<Dice> dice;
    for (SampleColumn &column : typed) {
        folds.push_back(model::foldName(column.name));
        names.push_back(column.name);
        // Foreign keys do not depend on where they stand; everything else does.
        dice.emplace_back(options.seed, model::foldName(title), folds.back());
        if (column.type == ValueType::Any || column.type == ValueType::Variant || column.type == ValueType::Geography)
            column.type = typeByName(folds.back());
        made.columns.push_back({column.name, column.type});
    }
    auto writer = TableWriter::create(connection, table, names);
    if (!writer)
        return model::fail(writer.error());
    for (std::int64_t row = 0; row < options.rows; ++row) {
        for (std::size_t i = 0; i < typed.size(); ++i)
            (*writer)->setValue(static_cast<int>(i), cellFor(typed[i], folds[i], dice[i], row, options));
        if (auto done = (*writer)->endRow(); !done)
            return model::fail(done.error());
    }
    if (auto done = (*writer)->finish(); !done)
        return model::fail(done.error());
    return made;
}

} // namespace tessera::adapters
