// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <map>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/formula/scalar/date_range.h"
#include "model/sql/expression_writer.h"
#include "model/sql/formula_row.h"

// Functions whose SQL is more than a template: pairs of arguments, bounds computed here, formats, calls by name.

namespace tessera::model::sql {

using formula::FunctionKind;
using formula::ValueType;
using query::Expression;
using query::ExpressionPtr;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::sql::Emitter)
};

// Dotted names as databases have them; anything else would be SQL in disguise.
bool isFunctionName(std::string_view name)
{
    bool start = true;
    for (const char c : name) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '.' && !start)
            start = true;
        else if (start ? std::isalpha(u) || c == '_' : std::isalnum(u) || c == '_' || c == '$')
            start = false;
        else
            return false;
    }
    return !start && name.size() <= 200;
}

// Quotes what is not a token: letters would be read as one.
std::string formatLiteral(std::string_view text, Dialect dialect)
{
    const bool letters =
        std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
    if (dialect == Dialect::Mysql || dialect == Dialect::Bigquery) {
        std::string out;
        for (const char c : text)
            out += c == '%' ? std::string("%%") : std::string(1, c);
        return out;
    }
    if (dialect == Dialect::Databricks) {
        std::string out;
        for (const char c : text)
            out += c == '\'' ? std::string("''") : std::string(1, c);
        return letters ? '\'' + out + '\'' : out;
    }
    std::string out;
    for (const char c : text)
        out += c == '"' ? std::string("\\\"") : std::string(1, c);
    return letters || out != text ? '"' + out + '"' : out;
}

// A strftime-like format in the dialect's own tokens; none when it lacks one of them (named by `missing`).
std::optional<std::string> translatedFormat(std::string_view format, Dialect dialect, std::string &missing)
{
    const auto *tokens = FunctionSqlTable::shipped().dateTokens(dialect);
    std::string out;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty())
            out += formatLiteral(plain, dialect);
        plain.clear();
    };
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 >= format.size()) {
            plain += format[i];
            continue;
        }
        std::size_t length = format[i + 1] == '-' && i + 2 < format.size() ? 3 : 2;
        const std::string_view token = format.substr(i, length);
        i += length - 1;
        if (token == "%%") {
            plain += '%';
            continue;
        }
        if (token == "%Z") {
            plain += "+00:00";
            continue;
        }
        const auto found = tokens ? tokens->find(token) : decltype(tokens->find(token)){};
        if (!tokens || found == tokens->end()) {
            missing = token;
            return std::nullopt;
        }
        flush();
        out += found->second;
    }
    flush();
    return out;
}

// A regular expression for texts that fit a format, so that products that stop at a misfit never see one.
std::string formatPattern(std::string_view format)
{
    static const std::map<std::string_view, std::string_view> patterns = {{"%Y", "[0-9]{4}"},
                                                                          {"%y", "[0-9]{2}"},
                                                                          {"%m", "(0[1-9]|1[0-2]|[1-9])"},
                                                                          {"%d", "(0[1-9]|[12][0-9]|3[01]|[1-9])"},
                                                                          {"%H", "([01][0-9]|2[0-3]|[0-9])"},
                                                                          {"%I", "(0[1-9]|1[0-2]|[1-9])"},
                                                                          {"%M", "([0-5][0-9]|[0-9])"},
                                                                          {"%S", "([0-5][0-9]|[0-9])"},
                                                                          {"%p", "([AaPp][Mm])"},
                                                                          {"%L", "[0-9]{1,3}"},
                                                                          {"%f", "[0-9]{1,6}"},
                                                                          {"%B", "[A-Za-z]{3,9}"},
                                                                          {"%b", "[A-Za-z]{3}"},
                                                                          {"%A", "[A-Za-z]{6,9}"},
                                                                          {"%a", "[A-Za-z]{3}"}};
    std::string out = "^";
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] == '%' && i + 1 < format.size()) {
            const std::size_t length = format[i + 1] == '-' && i + 2 < format.size() ? 3 : 2;
            const std::string token = length == 3 ? std::string("%") + format[i + 2] : std::string(format.substr(i, 2));
            const auto found = patterns.find(token);
            out += found == patterns.end() ? std::string_view("%") : found->second;
            i += length - 1;
            continue;
        }
        if (std::string_view(".^$*+?()[]{}|\\").find(format[i]) != std::string_view::npos)
            out += '\\';
        out += format[i];
    }
    return out + '$';
}

// The call with the day that counts as today, and what comes before it, given.
query::FunctionCall withToday(query::FunctionCall call, std::size_t todayAt, Moment today)
{
    if (call.arguments.size() == 3)
        call.arguments.push_back(query::constant(Value(1)));
    if (call.arguments.size() < todayAt)
        call.arguments.push_back(query::constant(Value(0)));
    if (call.arguments.size() == todayAt)
        call.arguments.push_back(query::constant(Value(today), true));
    return call;
}

std::optional<std::int64_t> wholeConstant(const query::FunctionCall &call, std::size_t index, std::int64_t fallback)
{
    if (index >= call.arguments.size())
        return fallback;
    const auto value = constantOf(call.arguments[index]);
    return value && value->isNumber() ? std::optional(static_cast<std::int64_t>(std::llround(value->number())))
                                      : std::nullopt;
}

} // namespace

bool ExpressionWriter::special(const query::FunctionCall &call, const ExpressionPlace &place, Sql &out)
{
    using Writer = Sql (ExpressionWriter::*)(const query::FunctionCall &, const ExpressionPlace &);
    static const std::map<std::string_view, Writer> writers = {{"InDateRange", &ExpressionWriter::dateRange},
                                                               {"InPriorDateRange", &ExpressionWriter::dateRange},
                                                               {"DateFormat", &ExpressionWriter::dateText},
                                                               {"DateParse", &ExpressionWriter::dateText},
                                                               {"Now", &ExpressionWriter::fromEnvironment},
                                                               {"Today", &ExpressionWriter::fromEnvironment},
                                                               {"CurrentTimezone", &ExpressionWriter::fromEnvironment}};
    const std::string &name = call.function->name;
    const auto &arguments = call.arguments;
    const bool ranks = call.function->kind == FunctionKind::Window; // whose arguments have become its order
    if (!ranks && static_cast<int>(arguments.size()) < call.function->minArguments) {
        out = impossible(call, toUtf8(Texts::tr("Arguments are missing.")));
        return true;
    }
    if (const auto writer = writers.find(name); writer != writers.end())
        return out = (this->*writer->second)(call, place), true;
    if (call.function->group == "System")
        return out = fromEnvironment(call, place), true;
    if (call.function->kind == FunctionKind::Passthrough || call.function->kind == FunctionKind::PassthroughAggregate)
        return out = passthrough(call, place), true;
    if (name == "If")
        return out = caseOf(
                   arguments, 0, [&](const ExpressionPtr &c) { return write(c, place); }, place),
               true;
    if (name == "Switch") {
        const auto equals = [&](const ExpressionPtr &option) {
            return compared(query::Operation{formula::Operator::Equal, {arguments[0], option}}, place, false);
        };
        return out = caseOf(arguments, 1, equals, place), true;
    }
    if (name == "ConvertTimezone" && arguments.size() == 2) {
        query::FunctionCall full = call;
        const std::string zone = m_state.options.environment ? m_state.options.environment->timeZone : "UTC";
        full.arguments.push_back(query::constant(Value(zone), true));
        return out = byRow(full, place), true;
    }
    if (name == "RegexpExtract" && m_state.traits.dialect == Dialect::Mysql) {
        const auto pattern = constantOf(arguments[1]);
        if (!pattern || !pattern->isText() || pattern->text().find('(') != std::string::npos)
            return out = impossible(
                       call, toUtf8(Texts::tr(
                                 "It gives whole matches only, so the pattern must be a fixed text without a group."))),
                   true;
    }
    if (name == "In")
        return out = membership(arguments, place), true;
    const std::string zone = call.function->parameters.empty() ? std::string() : call.function->parameters.back().name;
    if (zone == "timezone" && name != "ConvertTimezone" && arguments.size() == call.function->parameters.size())
        return out = withZone(call, place), true;
    return false;
}

// CASE of (condition, value) pairs from `first` on, and an else when one is left over.
Sql ExpressionWriter::caseOf(const Expressions &arguments, std::size_t first,
                             const std::function<Sql(const ExpressionPtr &)> &test, const ExpressionPlace &outer)
{
    ExpressionPlace place = outer;
    // A branch that is Null takes the type of the others, except when all are.
    place.typed = false;
    std::string text = "CASE";
    std::size_t i = first;
    for (; i + 1 < arguments.size(); i += 2)
        text += " WHEN " + test(arguments[i]).text + " THEN " + write(arguments[i + 1], place).text;
    if (i < arguments.size())
        text += " ELSE " + write(arguments[i], place).text;
    return {text + " END"};
}

Sql ExpressionWriter::membership(const Expressions &arguments, const ExpressionPlace &place)
{
    Sql base = write(arguments[0], place);
    if (m_state.traits.dialect == Dialect::Mysql && arguments[0]->type == ValueType::Text &&
        !query::as<query::ColumnUse>(arguments[0]))
        base = {base.operand() + " COLLATE utf8mb4_bin", false};
    std::string values;
    for (std::size_t i = 1; i < arguments.size(); ++i)
        values += (i > 1 ? ", " : "") + write(arguments[i], place).text;
    const std::string left = base.text.ends_with(" COLLATE utf8mb4_bin") ? base.text : base.operand();
    return {"coalesce(" + left + " IN (" + values + "), FALSE)"};
}

// The bounds are computed here, so that an index on the date can be used and every database means the same days.
Sql ExpressionWriter::dateRange(const query::FunctionCall &call, const ExpressionPlace &place)
{
    const bool prior = call.function->name == "InPriorDateRange";
    const std::size_t todayAt = prior ? 4 : 5;
    std::optional<Moment> today;
    if (call.arguments.size() > todayAt) {
        const auto given = constantOf(call.arguments[todayAt]);
        today = given && given->isMoment() ? std::optional(given->moment()) : std::nullopt;
    } else if (m_state.options.environment) {
        today = truncate(m_state.options.environment->now, DateUnit::Day);
    }
    const auto word = [&](std::size_t index) {
        const auto value = constantOf(call.arguments[index]);
        return value && value->isText() ? foldName(value->text()) : std::string();
    };
    const auto unit = dateUnit(word(prior ? 1 : 2));
    const auto priorUnit = prior ? dateUnit(word(2)) : unit;
    const auto length = prior ? std::optional<std::int64_t>(1) : wholeConstant(call, 3, 1);
    const auto offset = prior ? wholeConstant(call, 3, 1) : wholeConstant(call, 4, 0);
    if (!today || !unit || !priorUnit || !length || !offset) {
        const FunctionSql *registered = FunctionSqlTable::shipped().find(call.function->name, m_state.traits.dialect,
                                                                         {{}, call.arguments.size(), ValueType::Date});
        if (registered && registered->kind == FunctionSql::Kind::Registered && today)
            return byTemplate(*registered, withToday(call, todayAt, *today), place);
        return impossible(call, toUtf8(Texts::tr("Its period, length, offset and day must be fixed values.")));
    }
    const auto range = prior ? std::optional(formula::priorDateRange(*unit, *priorUnit, *offset, *today))
                             : formula::dateRange(word(1), *unit, *length, *offset, *today);
    if (!range)
        return {"NULL"};
    const std::string date = write(call.arguments[0], place).operand();
    return {date + " >= " + parameter(range->from).text + " AND " + date + " < " + parameter(range->until).text, false};
}

Sql ExpressionWriter::dateText(const query::FunctionCall &call, const ExpressionPlace &place)
{
    if (m_state.traits.dialect == Dialect::Sqlite)
        return byRow(call, place);
    const auto format = constantOf(call.arguments[1]);
    if (!format || !format->isText())
        return impossible(call, toUtf8(Texts::tr("The format must be a fixed text.")));
    std::string missing;
    const auto translated = translatedFormat(format->text(), m_state.traits.dialect, missing);
    if (!translated)
        return impossible(call,
                          toUtf8(Texts::tr("It has no counterpart for %1 in a date format.").arg(toQString(missing))));
    const Sql first = write(call.arguments[0], place);
    const Sql pattern{quotedText(m_state.traits, formatPattern(format->text()))};
    const FunctionSql *found =
        FunctionSqlTable::shipped().find(call.function->name, m_state.traits.dialect, {{}, 2, ValueType::Any});
    if (!found || found->kind != FunctionSql::Kind::Template)
        return impossible(call, found ? found->reason : std::string());
    SqlTemplate::Values values;
    values.arguments = {first, {quotedText(m_state.traits, *translated)}, pattern};
    values.word = [](std::string_view) { return std::string(); };
    return found->text->fill(values);
}

Sql ExpressionWriter::fromEnvironment(const query::FunctionCall &call, const ExpressionPlace &place)
{
    const std::string &name = call.function->name;
    std::vector<Value> arguments;
    for (const ExpressionPtr &argument : call.arguments) {
        const auto value = constantOf(argument);
        if (!value)
            return impossible(call, toUtf8(Texts::tr("Its arguments must be fixed texts.")));
        arguments.push_back(*value);
    }
    const formula::ScalarFunction *scalar = formula::findScalar(name);
    if (m_state.options.environment && scalar)
        return parameter(formula::callScalar(*scalar, arguments, *m_state.options.environment));
    if (name == "Now" || name == "Today")
        return row(name == "Now" ? "#now" : "#today", {}, ValueType::Date);
    if (name == "CurrentTimezone")
        return parameter(Value("UTC"));
    if (name == "CurrentUserInTeam")
        return {"FALSE"};
    return of(query::Constant{}, Expression{query::Constant{}, ValueType::Text}, place);
}

Sql ExpressionWriter::passthrough(const query::FunctionCall &call, const ExpressionPlace &place)
{
    const auto name = constantOf(call.arguments[0]);
    if (!name || !name->isText() || !isFunctionName(name->text())) {
        m_state.problem(
            Texts::tr("%1 needs the plain name of a function of the database.").arg(toQString(call.function->name)));
        return {"NULL"};
    }
    const std::string &wanted = name->text();
    if (m_state.traits.dialect == Dialect::Sqlite && !FunctionSqlTable::shipped().isAllowedOnSqlite(foldName(wanted))) {
        m_state.problem(
            Texts::tr("The function %1 belongs to a warehouse and cannot run locally.").arg(toQString(wanted)),
            Texts::tr("Its values appear in Sigma."));
        return {"NULL"};
    }
    ExpressionPlace inside = place;
    if (call.function->kind == FunctionKind::PassthroughAggregate) {
        inside.grouped = false;
        inside.over.clear();
    }
    std::string arguments;
    for (std::size_t i = 1; i < call.arguments.size(); ++i)
        arguments += (i > 1 ? ", " : "") + write(call.arguments[i], inside).text;
    const bool aggregate = call.function->kind == FunctionKind::PassthroughAggregate;
    return {wanted + '(' + arguments + ')' + (aggregate ? place.over : std::string())};
}

// A part of a date on another zone's clock: the date is brought there first. It is given in UTC.
Sql ExpressionWriter::withZone(const query::FunctionCall &call, const ExpressionPlace &place)
{
    static const formula::Function *convert = formula::FunctionCatalogue::shipped().find("ConvertTimezone");
    static const ExpressionPtr utc =
        std::make_shared<const Expression>(Expression{query::Constant{Value("UTC")}, ValueType::Text});
    query::FunctionCall plain = call;
    const ExpressionPtr zone = plain.arguments.back();
    plain.arguments.pop_back();
    ExpressionPtr &date = plain.arguments.back();
    date = std::make_shared<const Expression>(
        Expression{query::FunctionCall{convert, {date, zone, utc}}, ValueType::Date});
    return byRow(plain, place);
}

} // namespace tessera::model::sql
