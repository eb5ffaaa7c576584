// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "adapters/query/run_element.h"
#include "app/cli/query_input.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/formula/scalar/rows.h"

namespace tessera::app {

using model::Value;
using model::query::ElementRows;
using model::query::Query;
using model::query::ResultPtr;
using model::query::ResultTable;

namespace {

// "2026-04-21", with the time of day where there is one.
std::string dateText(model::Moment moment)
{
    std::string text = model::isoText(moment);
    if (text.ends_with(" 00:00:00"))
        text.resize(text.size() - 9);
    else if (const auto blank = text.find(' '); blank != std::string::npos)
        text[blank] = 'T';
    return text;
}

std::string cellText(const Value &value)
{
    if (value.isMoment())
        return dateText(value.moment());
    return value.isLogical() ? value.logical() ? "true" : "false" : model::plainText(value);
}

std::string quotedCell(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

void printCsv(const ResultTable &table, std::size_t columns, Console &console)
{
    std::string text;
    for (std::size_t i = 0; i < columns; ++i)
        text += (i ? "," : "") + quotedCell(table.columns[i].name);
    text += '\n';
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t i = 0; i < columns; ++i)
            text += (i ? "," : "") + quotedCell(cellText(table.columns[i].data.at(row)));
        text += '\n';
        if (text.size() > (1u << 16)) {
            console.outText(text);
            text.clear();
        }
    }
    console.outText(text);
}

const char *typeWord(model::query::ValueType type)
{
    switch (type) {
    case model::query::ValueType::Number:
        return "number";
    case model::query::ValueType::Logical:
        return "logical";
    case model::query::ValueType::Date:
        return "date";
    case model::query::ValueType::Variant:
        return "variant";
    case model::query::ValueType::Geography:
        return "geography";
    default:
        return "text";
    }
}

void printJson(const ElementRows &rows, const Query &query, const ResultTable &table, std::size_t columns,
               const std::string &id, Console &console)
{
    model::Json heads = model::Json::array(), lines = model::Json::array();
    for (std::size_t i = 0; i < columns; ++i)
        heads.push_back({{"id", query.columns[i].id},
                         {"name", table.columns[i].name},
                         {"type", typeWord(table.columns[i].data.type())}});
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        model::Json line = model::Json::array();
        for (std::size_t i = 0; i < columns; ++i) {
            const Value value = table.columns[i].data.at(row);
            line.push_back(value.isMoment() ? model::Json(dateText(value.moment()))
                                            : model::formula::toJsonValue(value));
        }
        lines.push_back(std::move(line));
    }
    const model::Json out = {
        {"element", id}, {"columns", heads}, {"rows", lines}, {"cut", rows.cut}, {"sample", rows.sample}};
    console.outText(model::writeJson(out) + '\n');
}

// Rows and their columns: the element's own, else what a control offers or a text says.
std::pair<ResultPtr, const Query *> answerOf(const ElementRows &rows)
{
    if (rows.main || rows.query.main.relation)
        return {rows.main, &rows.query.main};
    for (const auto &[name, query] : rows.query.parts) {
        const auto found = rows.parts.find(name);
        if (found != rows.parts.end() && found->second)
            return {found->second, &query};
    }
    return {nullptr, nullptr};
}

int run(const QCommandLineParser &arguments, Console &console)
{
    if (arguments.isSet(u"csv"_qs) && arguments.isSet(u"json"_qs)) {
        console.err(Cli::tr("tessera query: Choose either --csv or --json."));
        return Misuse;
    }
    adapters::RunOptions limits;
    if (arguments.isSet(u"limit"_qs)) {
        bool isNumber = false;
        limits.maxRows = arguments.value(u"limit"_qs).toLongLong(&isNumber);
        if (!isNumber || limits.maxRows < 0) {
            console.err(Cli::tr("tessera query: --limit takes a number of rows."));
            return Misuse;
        }
    }
    if (arguments.isSet(u"connection"_qs)) {
        console.err(Cli::tr("tessera query: There is no connection “%1” here; local data answers with --data.")
                        .arg(arguments.value(u"connection"_qs)));
        return Findings;
    }
    int code = Done;
    const auto input = readQueryInput(arguments.positionalArguments().constFirst(), arguments, console, code);
    if (!input)
        return code;
    auto connection = adapters::SqliteConnection::open(input->store->databasePath());
    if (!connection) {
        console.err(connection.error());
        return Findings;
    }
    const ElementRows rows = adapters::runElement(input->workbook(), input->names, input->element, input->options,
                                                  *input->tables, **connection, limits);
    const bool wrong = printProblems(rows.query, console);
    if (rows.sample)
        console.err(Cli::tr("Some rows are made up: there is no data for a table. Name a folder with --data."));
    const auto [table, query] = answerOf(rows);
    if (!table) {
        console.err(!rows.failure.isEmpty()
                        ? rows.failure
                        : Cli::tr("The element “%1” shows no data.").arg(arguments.value(u"element"_qs)));
        return Findings;
    }
    const std::size_t columns = std::min(query->columns.size(), table->columns.size());
    if (arguments.isSet(u"json"_qs))
        printJson(rows, *query, *table, columns, model::toUtf8(arguments.value(u"element"_qs)), console);
    else
        printCsv(*table, columns, console);
    return wrong ? Findings : Done;
}

} // namespace

Command queryCommand()
{
    Command command;
    command.name = u"query"_qs;
    command.synopsis =
        u"FILE --element ID [--data DIR] [--connection NAME] [--control ID=VALUE]… [--limit N] [--csv|--json]"_qs;
    command.summary = Cli::tr("Print the rows that an element shows.");
    command.text = Cli::tr("Rows come as CSV unless --json is given. Several values of a control are separated by "
                           "commas, ranges are written "
                           "low..high, dates as ISO 8601.");
    command.options = queryOptions();
    command.options << QCommandLineOption(u"connection"_qs, Cli::tr("Ask this live connection instead of local data."),
                                          u"NAME"_qs)
                    << QCommandLineOption(u"limit"_qs, Cli::tr("Print at most this many rows."), u"N"_qs)
                    << QCommandLineOption(u"csv"_qs, Cli::tr("Print CSV."))
                    << QCommandLineOption(u"json"_qs, Cli::tr("Print JSON."));
    command.minArguments = command.maxArguments = 1;
    command.run = run;
    return command;
}

} // namespace tessera::app
