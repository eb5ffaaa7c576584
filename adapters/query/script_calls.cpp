// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <map>

#include <QCoreApplication>

#include "adapters/query/script_rewriter.h"
#include "model/base/text.h"

namespace tessera::adapters {

using Kind = SqlNode::Kind;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::WarehouseSql)
};

// Functions that only have another name here, by upper-case name.
const std::map<std::string, std::string, std::less<>> &otherNames()
{
    // clang-format off
    static const std::map<std::string, std::string, std::less<>> names = {
        {"IFF", "iif"}, {"IF", "iif"}, {"NVL", "ifnull"}, {"LEN", "length"}, {"CHAR_LENGTH", "length"},
        {"LCASE", "lower"}, {"UCASE", "upper"}, {"SUBSTRING", "substr"}, {"CEILING", "ceil"}, {"POW", "power"},
        {"BOOLOR_AGG", "max"}, {"BOOLAND_AGG", "min"}, {"BOOL_OR", "max"}, {"BOOL_AND", "min"}, {"LOGICAL_OR", "max"},
        {"LOGICAL_AND", "min"}, {"EVERY", "min"}, {"ANY_VALUE", "min"}, {"STRING_AGG", "group_concat"},
        {"LISTAGG", "group_concat"}, {"ARRAY_AGG", "json_group_array"}, {"PARSE_JSON", "json"},
        {"TRY_PARSE_JSON", "wh_json"}, {"ARRAY_CONSTRUCT", "json_array"}, {"OBJECT_CONSTRUCT", "json_object"},
        {"ARRAY_SIZE", "json_array_length"}, {"TRUNCATE", "trunc"}, {"TO_NUMBER", "wh_number"},
        {"TO_NUMERIC", "wh_number"}, {"TO_DECIMAL", "wh_number"}, {"TO_DOUBLE", "wh_number"},
        {"TRY_TO_NUMBER", "wh_number"}, {"TRY_TO_DOUBLE", "wh_number"}, {"TO_BOOLEAN", "wh_logical"},
        {"TRY_TO_BOOLEAN", "wh_logical"}, {"LEFT", "wh_left"}, {"RIGHT", "wh_right"}, {"SPLIT_PART", "wh_split_part"},
        {"CONTAINS", "wh_contains"}, {"STARTSWITH", "wh_starts"}, {"STARTS_WITH", "wh_starts"}, {"ENDSWITH", "wh_ends"},
        {"ENDS_WITH", "wh_ends"}, {"INITCAP", "wh_initcap"}, {"LPAD", "wh_lpad"}, {"RPAD", "wh_rpad"},
        {"REPEAT", "wh_repeat"}, {"REVERSE", "wh_reverse"}, {"CONCAT", "wh_concat"}, {"CONCAT_WS", "wh_concat_ws"},
        {"REGEXP_LIKE", "wh_regexp"}, {"REGEXP_REPLACE", "wh_regexp_replace"}, {"REGEXP_SUBSTR", "wh_regexp_substr"},
        {"REGEXP_EXTRACT", "wh_regexp_substr"}, {"REGEXP_CONTAINS", "wh_regexp"}, {"REGEXP_COUNT", "wh_regexp_count"},
        {"MONTHNAME", "wh_month_name"}, {"DAYNAME", "wh_day_name"}, {"UNIFORM", "wh_uniform"},
        {"EQUAL_NULL", "wh_same"}, {"MD5", "wh_md5"}, {"STDDEV", "wh_stddev"}, {"STDDEV_SAMP", "wh_stddev"},
        {"MEDIAN", "wh_median"}, {"APPROX_COUNT_DISTINCT", ""}, {"SQUARE", ""},
    };
    // clang-format on
    return names;
}

// Parts of a date that are functions of their own.
// clang-format off
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> partFunctions = {{
    {"YEAR", "year"}, {"QUARTER", "quarter"}, {"MONTH", "month"}, {"WEEK", "week"}, {"WEEKOFYEAR", "week"},
    {"DAY", "day"}, {"DAYOFMONTH", "day"}, {"DAYOFWEEK", "dayofweek"}, {"DAYOFWEEKISO", "dayofweekiso"},
    {"DAYOFYEAR", "dayofyear"}, {"HOUR", "hour"}, {"MINUTE", "minute"}, {"SECOND", "second"}, {"ISOWEEK", "week"},
}};
// clang-format on

constexpr auto knownUnits =
    std::to_array<std::string_view>({"year", "quarter", "month", "week", "day", "hour", "minute", "second",
                                     "millisecond", "dayofweek", "dayofweekiso", "dayofyear", "epoch"});

} // namespace

std::string plainUnit(std::string unit)
{
    static const std::map<std::string, std::string, std::less<>> spellings = {
        {"yy", "year"},
        {"yyyy", "year"},
        {"y", "year"},
        {"yr", "year"},
        {"years", "year"},
        {"q", "quarter"},
        {"qtr", "quarter"},
        {"quarters", "quarter"},
        {"mm", "month"},
        {"mon", "month"},
        {"mons", "month"},
        {"months", "month"},
        {"w", "week"},
        {"wk", "week"},
        {"weeks", "week"},
        {"isoweek", "week"},
        {"d", "day"},
        {"dd", "day"},
        {"days", "day"},
        {"h", "hour"},
        {"hh", "hour"},
        {"hours", "hour"},
        {"hrs", "hour"},
        {"mi", "minute"},
        {"min", "minute"},
        {"mins", "minute"},
        {"minutes", "minute"},
        {"s", "second"},
        {"ss", "second"},
        {"sec", "second"},
        {"secs", "second"},
        {"seconds", "second"},
        {"ms", "millisecond"},
        {"milliseconds", "millisecond"},
        {"dow", "dayofweek"},
        {"weekday", "dayofweek"},
        {"dw", "dayofweek"},
        {"dayofweek_iso", "dayofweekiso"},
        {"isodow", "dayofweekiso"},
        {"doy", "dayofyear"},
        {"yearday", "dayofyear"},
        {"epoch", "epoch"},
        {"epoch_second", "epoch"},
        {"dayofmonth", "day"},
        {"weekofyear", "week"},
    };
    const auto known = spellings.find(unit);
    return known == spellings.end() ? unit : known->second;
}

bool ScriptRewriter::isUnit(SqlNodes argument) const
{
    if (argument.size() != 1 || (argument[0].kind != Kind::Word && argument[0].kind != Kind::Text))
        return false;
    return std::ranges::find(knownUnits, plainUnit(foldSql(argument[0].text))) != knownUnits.end();
}

std::string ScriptRewriter::unitOf(SqlNodes argument, const SqlNode &place)
{
    // BigQuery writes WEEK(MONDAY).
    const bool week = argument.size() == 2 && argument[0].isWord("WEEK") && argument[1].isGroup();
    if (!week && !isUnit(argument))
        return fail(argument.empty() ? place : argument.front(),
                    Texts::tr("This is no part of a date: year, month, day … is expected."));
    return sqlText(plainUnit(foldSql(argument.front().text)));
}

std::optional<SqlPiece> ScriptRewriter::dateCall(const std::string &name, const SqlNode &place,
                                                 const std::vector<SqlNodes> &arguments)
{
    const auto made = [](std::string text, bool isDate) {
        SqlPiece piece;
        piece.text = std::move(text);
        piece.isDate = isDate;
        return piece;
    };
    const auto part = std::ranges::find(partFunctions, name, [](const auto &entry) { return entry.first; });
    if (part != partFunctions.end() && arguments.size() == 1)
        return made("wh_part('" + std::string(part->second) + "', " + expression(arguments[0]) + ")", false);
    if ((name == "DATEADD" || name == "TIMESTAMPADD" || name == "TIMEADD") && arguments.size() == 3)
        return made("wh_add(" + unitOf(arguments[0], place) + ", " + expression(arguments[1]) + ", " +
                        expression(arguments[2]) + ")",
                    true);
    if ((name == "DATEDIFF" || name == "TIMESTAMPDIFF" || name == "TIMEDIFF" || name == "DATE_DIFF") &&
        arguments.size() == 3) {
        if (isUnit(arguments[0]))
            return made("wh_diff(" + unitOf(arguments[0], place) + ", " + expression(arguments[1]) + ", " +
                            expression(arguments[2]) + ")",
                        false);
        return made("wh_diff(" + unitOf(arguments[2], place) + ", " + expression(arguments[1]) + ", " +
                        expression(arguments[0]) + ")",
                    false);
    }
    if (name == "DATEDIFF" && arguments.size() == 2)
        return made("wh_diff('day', " + expression(arguments[1]) + ", " + expression(arguments[0]) + ")", false);
    if ((name == "DATE_ADD" || name == "DATE_SUB" || name == "TIMESTAMP_ADD" || name == "TIMESTAMP_SUB") &&
        arguments.size() == 2) {
        SqlPiece base;
        base.text = expression(arguments[0]);
        const bool minus = name.ends_with("SUB");
        SqlCursor amount(arguments[1]);
        if (amount.peek().isWord("INTERVAL"))
            return made(shifted(base, amount, minus), true);
        return made("wh_add('day', " + std::string(minus ? "-(" : "(") + expression(arguments[1]) + "), " + base.text +
                        ")",
                    true);
    }
    if ((name == "DATE_TRUNC" || name == "TIMESTAMP_TRUNC" || name == "DATETIME_TRUNC" || name == "TRUNC") &&
        arguments.size() == 2 && (name != "TRUNC" || isUnit(arguments[1]))) {
        const bool unitFirst = isUnit(arguments[0]);
        return made("wh_trunc(" + unitOf(arguments[unitFirst ? 0 : 1], place) + ", " +
                        expression(arguments[unitFirst ? 1 : 0]) + ")",
                    true);
    }
    if (name == "DATE_PART" && arguments.size() == 2)
        return made("wh_part(" + unitOf(arguments[0], place) + ", " + expression(arguments[1]) + ")", false);
    if (name == "LAST_DAY" && !arguments.empty()) {
        const std::string unit = arguments.size() > 1 ? unitOf(arguments[1], place) : "'month'";
        return made("wh_last_day(" + unit + ", " + expression(arguments[0]) + ")", true);
    }
    if (name == "ADD_MONTHS" && arguments.size() == 2)
        return made("wh_add('month', " + expression(arguments[1]) + ", " + expression(arguments[0]) + ")", true);
    if (name == "MONTHS_BETWEEN" && arguments.size() == 2)
        return made("wh_diff('month', " + expression(arguments[1]) + ", " + expression(arguments[0]) + ")", false);
    static constexpr auto toDay = std::to_array<std::string_view>({"TO_DATE", "DATE", "TRY_TO_DATE"});
    static constexpr auto toMoment =
        std::to_array<std::string_view>({"TO_TIMESTAMP", "TO_TIMESTAMP_NTZ", "TO_TIMESTAMP_TZ", "TIMESTAMP",
                                         "TO_TIMESTAMP_LTZ", "TRY_TO_TIMESTAMP", "DATETIME"});
    if (std::ranges::find(toDay, name) != toDay.end() && (arguments.size() == 1 || arguments.size() == 2))
        return made("wh_date(" + expression(arguments[0]) +
                        (arguments.size() > 1 ? ", " + expression(arguments[1]) : "") + ")",
                    true);
    if (std::ranges::find(toMoment, name) != toMoment.end() && arguments.size() == 1)
        return made("wh_moment(" + expression(arguments[0]) + ")", true);
    if ((name == "DATE_FROM_PARTS" || name == "DATEFROMPARTS" || name == "MAKE_DATE") && arguments.size() == 3)
        return made("wh_day(" + expression(arguments[0]) + ", " + expression(arguments[1]) + ", " +
                        expression(arguments[2]) + ")",
                    true);
    if ((name == "TO_CHAR" || name == "TO_VARCHAR") && arguments.size() == 1)
        return made("wh_text(" + expression(arguments[0]) + ")", false);
    if ((name == "TO_CHAR" || name == "TO_VARCHAR" || name == "DATE_FORMAT") && arguments.size() == 2)
        return made("wh_format(" + expression(arguments[0]) + ", " + expression(arguments[1]) + ")", false);
    if ((name == "FORMAT_DATE" || name == "FORMAT_TIMESTAMP" || name == "STRFTIME") && arguments.size() == 2)
        return made("strftime(" + expression(arguments[0]) + ", " + expression(arguments[1]) + ")", false);
    return std::nullopt;
}

std::optional<SqlPiece> ScriptRewriter::logicCall(const std::string &name, const SqlNode &place,
                                                  const std::vector<SqlNodes> &arguments)
{
    std::vector<std::string> texts;
    bool isDate = false;
    const auto wants = [&](std::size_t count) { return arguments.size() == count; };
    static constexpr auto known = std::to_array<std::string_view>({"NVL2",
                                                                   "ZEROIFNULL",
                                                                   "NULLIFZERO",
                                                                   "DECODE",
                                                                   "DIV0",
                                                                   "DIV0NULL",
                                                                   "SAFE_DIVIDE",
                                                                   "COUNT_IF",
                                                                   "COUNTIF",
                                                                   "GREATEST",
                                                                   "LEAST",
                                                                   "CHARINDEX",
                                                                   "POSITION",
                                                                   "STRPOS",
                                                                   "INSTR",
                                                                   "SUMIF",
                                                                   "APPROX_COUNT_DISTINCT",
                                                                   "SQUARE",
                                                                   "SEQ1",
                                                                   "SEQ2",
                                                                   "SEQ4",
                                                                   "SEQ8"});
    if (std::ranges::find(known, name) == known.end())
        return std::nullopt;
    for (const SqlNodes argument : arguments) {
        const auto parts = pieces(argument);
        isDate = isDate || (parts.size() == 1 && parts.front().isDate);
        texts.push_back(join(parts));
    }
    SqlPiece piece;
    const auto is = [&](std::string text) {
        piece.text = std::move(text);
        return piece;
    };
    if (name.starts_with("SEQ"))
        return is("\"tessera seq\"");
    if (name == "NVL2" && wants(3))
        return is("CASE WHEN " + texts[0] + " IS NOT NULL THEN " + texts[1] + " ELSE " + texts[2] + " END");
    if (name == "ZEROIFNULL" && wants(1))
        return is("ifnull(" + texts[0] + ", 0)");
    if (name == "NULLIFZERO" && wants(1))
        return is("nullif(" + texts[0] + ", 0)");
    if (name == "SQUARE" && wants(1))
        return is("((" + texts[0] + ") * (" + texts[0] + "))");
    if ((name == "DIV0" || name == "DIV0NULL") && wants(2))
        return is("CASE WHEN (" + texts[1] + ") = 0" + (name == "DIV0NULL" ? " OR (" + texts[1] + ") IS NULL" : "") +
                  " THEN 0 ELSE (" + texts[0] + ") * 1.0 / (" + texts[1] + ") END");
    if (name == "SAFE_DIVIDE" && wants(2))
        return is("((" + texts[0] + ") * 1.0 / (" + texts[1] + "))");
    if ((name == "COUNT_IF" || name == "COUNTIF") && wants(1))
        return is("count(CASE WHEN " + texts[0] + " THEN 1 END)");
    if (name == "APPROX_COUNT_DISTINCT" && wants(1))
        return is("count(DISTINCT " + texts[0] + ")");
    if ((name == "GREATEST" || name == "LEAST") && !texts.empty()) {
        piece.isDate = isDate;
        std::string list;
        for (const std::string &text : texts)
            list += (list.empty() ? "" : ", ") + text;
        return is(texts.size() == 1 ? "(" + list + ")" : (name == "GREATEST" ? "max(" : "min(") + list + ")");
    }
    if ((name == "CHARINDEX" || name == "STRPOS" || name == "INSTR" || name == "POSITION") && wants(2))
        return is(name == "CHARINDEX" || name == "POSITION" ? "instr(" + texts[1] + ", " + texts[0] + ")"
                                                            : "instr(" + texts[0] + ", " + texts[1] + ")");
    if (name == "DECODE" && texts.size() >= 3) {
        std::string text = "CASE";
        std::size_t i = 1;
        for (; i + 1 < texts.size(); i += 2)
            text += " WHEN (" + texts[0] + ") IS (" + texts[i] + ") THEN " + texts[i + 1];
        return is(text + (i < texts.size() ? " ELSE " + texts[i] : "") + " END");
    }
    fail(place, Texts::tr("%1 is called with %2 arguments here, which nobody knows.")
                    .arg(model::toQString(place.upper))
                    .arg(arguments.size()));
    return piece;
}

// Calls with words of their own between the arguments.
std::optional<SqlPiece> ScriptRewriter::specialCall(const std::string &name, const SqlNode &place, SqlNodes content)
{
    SqlPiece piece;
    const auto find = [&](std::string_view word) {
        for (std::size_t at = 0; at < content.size(); ++at) {
            if (content[at].isWord(word))
                return at;
        }
        return content.size();
    };
    if (name == "CAST" || name == "TRY_CAST" || name == "SAFE_CAST") {
        const std::size_t as = find("AS");
        if (as + 1 >= content.size()) {
            fail(place, Texts::tr("CAST needs AS and a type."));
            return piece;
        }
        SqlPiece value;
        value.text = expression(content.first(as));
        SqlCursor type(content.subspan(as + 1));
        piece.text = castTo(value, type, piece.isDate);
        return piece;
    }
    if (name == "EXTRACT") {
        const std::size_t from = find("FROM");
        if (from == content.size()) {
            fail(place, Texts::tr("EXTRACT needs a part, FROM and a date."));
            return piece;
        }
        piece.text =
            "wh_part(" + unitOf(content.first(from), place) + ", " + expression(content.subspan(from + 1)) + ")";
        return piece;
    }
    if (name == "POSITION" && find("IN") < content.size()) {
        const std::size_t in = find("IN");
        piece.text = "instr(" + expression(content.subspan(in + 1)) + ", " + expression(content.first(in)) + ")";
        return piece;
    }
    if (name == "TRIM" && find("FROM") < content.size()) {
        const std::size_t from = find("FROM");
        const bool leading = content[0].isWord("LEADING"), trailing = content[0].isWord("TRAILING");
        const std::size_t first = leading || trailing || content[0].isWord("BOTH");
        piece.text = std::string(leading    ? "ltrim("
                                 : trailing ? "rtrim("
                                            : "trim(") +
                     expression(content.subspan(from + 1)) +
                     (from > first ? ", " + expression(content.subspan(first, from - first)) : "") + ")";
        return piece;
    }
    return std::nullopt;
}

SqlPiece ScriptRewriter::call(SqlCursor &cursor)
{
    const SqlNode &place = cursor.take();
    const SqlNodes content = cursor.take().children;
    if (auto special = specialCall(place.upper, place, content))
        return *special;
    const std::vector<SqlNodes> arguments = split(content);
    if (auto date = dateCall(place.upper, place, arguments))
        return *date;
    if (auto logic = logicCall(place.upper, place, arguments))
        return *logic;
    SqlPiece piece;
    const auto other = otherNames().find(place.upper);
    const std::string name = other == otherNames().end() ? foldSql(place.text) : other->second;
    if (m_context.hasFunction && !m_context.hasFunction(name)) {
        unsupported(place, Texts::tr("The function %1").arg(model::toQString(place.upper)));
        return piece;
    }
    if (cursor.peek().isWord("WITHIN") || cursor.peek().isWord("IGNORE")) {
        unsupported(cursor.peek(),
                    cursor.peek().isWord("WITHIN") ? QStringLiteral("WITHIN GROUP") : QStringLiteral("IGNORE NULLS"));
        return piece;
    }
    static constexpr auto keepsType = std::to_array<std::string_view>(
        {"min", "max", "coalesce", "ifnull", "nullif", "iif", "lag", "lead", "first_value", "last_value", "nth_value"});
    const bool keeps = std::ranges::find(keepsType, name) != keepsType.end();
    std::string list;
    for (const SqlNodes argument : arguments) {
        const auto parts = pieces(argument);
        piece.isDate = piece.isDate || (keeps && parts.size() == 1 && parts.front().isDate);
        list += (list.empty() ? "" : ", ") + join(parts);
    }
    piece.text = name + "(" + list + ")";
    return piece;
}

} // namespace tessera::adapters
