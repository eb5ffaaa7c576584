// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>

#include <QCommandLineParser>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/findings.h"
#include "app/cli/input.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/workbook/workbook_summary.h"

namespace tessera::app {

using model::Json;
using model::toQString;
using Summary = model::WorkbookSummary;

namespace {

QString formatName(adapters::Format format)
{
    return format == adapters::Format::Json ? u"json"_qs : u"yaml"_qs;
}

Json blocksJson(const std::vector<Summary::Block> &blocks, bool pages)
{
    Json list = Json::array();
    for (const Summary::Block &block : blocks) {
        Json row{{"id", block.id}, {"name", block.name}};
        if (pages)
            row["hidden"] = block.hidden;
        else
            row["type"] = block.type;
        row["elements"] = block.elements;
        list.push_back(std::move(row));
    }
    return list;
}

template <class Rows, class Make>
Json listJson(const Rows &rows, Make &&make)
{
    Json list = Json::array();
    for (const auto &row : rows)
        list.push_back(make(row));
    return list;
}

// What could not be read: an overview that is silent about it would show an empty page where a file has thousands of
// entries.
QList<model::Diagnostic> notRead(const adapters::LoadedWorkbook &loaded)
{
    QList<model::Diagnostic> problems;
    std::copy_if(loaded.notices.begin(), loaded.notices.end(), std::back_inserter(problems),
                 [](const model::Diagnostic &notice) {
                     return notice.severity == model::Severity::Error || notice.severity == model::Severity::Warning;
                 });
    return problems;
}

Json summaryJson(const adapters::LoadedWorkbook &loaded, const Summary &summary)
{
    Json kinds = Json::object();
    for (const auto &[kind, count] : summary.kinds)
        kinds[kind] = count;
    const Json *version = model::member(loaded.workbook.contents, "schemaVersion");
    return {
        {"file", model::toUtf8(loaded.path)},
        {"name", loaded.workbook.name()},
        {"format", model::toUtf8(formatName(loaded.format))},
        {"envelope", model::toUtf8(adapters::envelopeName(loaded.envelope))},
        {"schemaVersion", version ? *version : Json()},
        {"pages", blocksJson(summary.pages, true)},
        {"overlays", blocksJson(summary.overlays, false)},
        {"panels", blocksJson(summary.panels, false)},
        {"elements", summary.elements},
        {"kinds", std::move(kinds)},
        {"sources", listJson(summary.sources,
                             [](const auto &row) {
                                 return Json{{"element", row.element}, {"kind", row.kind}, {"of", row.of}};
                             })},
        {"controls", listJson(summary.controls,
                              [](const auto &row) {
                                  return Json{{"element", row.element},
                                              {"controlId", row.controlId},
                                              {"type", row.type},
                                              {"name", row.name}};
                              })},
        {"inputTables", listJson(summary.inputTables,
                                 [](const auto &row) {
                                     return Json{{"element", row.element},
                                                 {"name", row.name},
                                                 {"source", row.source},
                                                 {"columns", row.columns}};
                                 })},
        {"notRead", listJson(notRead(loaded), findingJson)},
        {"actions",
         listJson(
             summary.actions,
             [](const auto &row) {
                 return Json{{"id", row.id}, {"host", row.host}, {"trigger", row.trigger}, {"effects", row.effects}};
             })},
    };
}

// A heading and indented rows whose first column is padded; nothing for no rows.
void printTable(const QString &title, const QList<QStringList> &rows, Console &console)
{
    if (rows.isEmpty())
        return;
    QList<qsizetype> widths(rows.constFirst().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths.at(column), row.at(column).size());
    }
    console.out(QString());
    console.out(title);
    for (const QStringList &row : rows) {
        QString line = u"  "_qs;
        for (qsizetype column = 0; column + 1 < row.size(); ++column)
            line += row.at(column).leftJustified(widths.at(column) + 2);
        line += row.constLast();
        while (line.endsWith(u' '))
            line.chop(1);
        console.out(line);
    }
}

QList<QStringList> blockRows(const std::vector<Summary::Block> &blocks)
{
    QList<QStringList> rows;
    for (const Summary::Block &block : blocks) {
        const QString kind = block.hidden ? Cli::tr("hidden") : toQString(block.type == "page" ? "" : block.type);
        rows << QStringList{toQString(block.id), toQString(block.name),
                            Cli::tr("%n element(s)", nullptr, block.elements), kind};
    }
    return rows;
}

// Elements that read one table by another are the rule; only what comes from outside tells where data comes from.
QList<QStringList> sourceRows(const std::vector<Summary::Source> &sources)
{
    QList<QStringList> rows;
    for (const Summary::Source &source : sources) {
        if (source.kind != "table")
            rows << QStringList{toQString(source.element), toQString(source.kind), toQString(source.of)};
    }
    return rows;
}

void printSummary(const adapters::LoadedWorkbook &loaded, const Summary &summary, Console &console)
{
    QStringList notes;
    for (const auto &[kind, count] : summary.kinds)
        notes << u"%1 %2"_qs.arg(count).arg(toQString(kind));
    console.out(Cli::tr("Name:      %1").arg(toQString(loaded.workbook.name())));
    console.out(
        Cli::tr("Form:      %1, envelope %2").arg(formatName(loaded.format), adapters::envelopeName(loaded.envelope)));
    console.out(Cli::tr("Elements:  %1").arg(summary.elements) +
                (notes.isEmpty() ? QString() : u" ("_qs + notes.join(u", "_qs) + u')'));
    QList<QStringList> problems;
    for (const model::Diagnostic &problem : notRead(loaded))
        problems << QStringList{Cli::tr("line %1").arg(problem.where.line), problem.message};
    printTable(Cli::tr("Not read"), problems, console);
    printTable(Cli::tr("Pages"), blockRows(summary.pages), console);
    printTable(Cli::tr("Overlays"), blockRows(summary.overlays), console);
    printTable(Cli::tr("Panels"), blockRows(summary.panels), console);
    printTable(Cli::tr("Sources"), sourceRows(summary.sources), console);
    QList<QStringList> controls, inputTables, actions;
    for (const Summary::Control &row : summary.controls)
        controls << QStringList{toQString(row.controlId), toQString(row.type), toQString(row.name)};
    for (const Summary::InputTable &row : summary.inputTables)
        inputTables << QStringList{toQString(row.element), toQString(row.name), toQString(row.source),
                                   Cli::tr("%n column(s)", nullptr, row.columns)};
    for (const Summary::Action &row : summary.actions) {
        QStringList effects;
        for (const std::string &effect : row.effects)
            effects << toQString(effect);
        actions << QStringList{toQString(row.id), toQString(row.host), toQString(row.trigger), effects.join(u", "_qs)};
    }
    printTable(Cli::tr("Controls"), controls, console);
    printTable(Cli::tr("Input tables"), inputTables, console);
    printTable(Cli::tr("Actions"), actions, console);
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const auto loaded = openWorkbook(arguments.positionalArguments().constFirst(), console);
    if (!loaded)
        return Misuse;
    const Summary summary = model::summaryOf(loaded->workbook);
    if (arguments.isSet(u"json"_qs))
        console.outText(model::writeJson(summaryJson(*loaded, summary), 2) + '\n');
    else
        printSummary(*loaded, summary, console);
    return Done;
}

} // namespace

Command infoCommand()
{
    Command command;
    command.name = u"info"_qs;
    command.synopsis = u"FILE [--json]"_qs;
    command.summary = Cli::tr("Show what is in a workbook: pages, elements, sources, controls, input tables, actions.");
    command.options = {{u"json"_qs, Cli::tr("Print the overview as JSON.")}};
    command.minArguments = command.maxArguments = 1;
    command.run = run;
    return command;
}

} // namespace tessera::app
