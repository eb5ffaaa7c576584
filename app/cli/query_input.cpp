// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/query_input.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFileInfo>

#include "app/cli/command_rows.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/query/control_state.h"
#include "model/workbook/views/control_view.h"

namespace tessera::app {

using model::Value;
using model::query::ControlValue;
using model::query::ValueType;

namespace {

// Cells of one line of CSV.
QStringList csvCells(const QString &text)
{
    QStringList cells = {QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"' && quoted && i + 1 < text.size() && text.at(i + 1) == u'"') {
            cells.last() += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            cells << QString();
        } else {
            cells.last() += c;
        }
    }
    return cells;
}

// The value of a text for a type; none when it is of another one.
std::optional<Value> typed(const QString &text, ValueType type)
{
    Value value = model::query::fitted(Value(model::toUtf8(text)), type);
    const bool fits = type == ValueType::Any || type == ValueType::Variant || model::query::typeOf(value) == type;
    return fits ? std::optional(std::move(value)) : std::nullopt;
}

const model::Object *findControlNamed(const model::Workbook &workbook, const std::string &name)
{
    if (const model::Object *control = model::findControl(workbook, name))
        return control;
    const model::Object *element = workbook.elements.findById(name);
    if (element && model::isControl(*element))
        return model::controlType(*element) == "synced" ? model::findControl(workbook, model::controlId(*element))
                                                        : element;
    for (const model::Object &candidate : workbook.elements) {
        if (model::isControl(candidate) && model::foldName(model::controlId(candidate)) == model::foldName(name))
            return &candidate;
    }
    return nullptr;
}

// What is wrong with the controls, "" when nothing is.
QString readControls(const QStringList &given, QueryInput &input)
{
    model::query::WorkbookColumns columns(input.workbook(), input.names, input.tables.get());
    for (const QString &entry : given) {
        const qsizetype sign = entry.indexOf(u'=');
        if (sign < 1)
            return Cli::tr("--control takes ID=VALUE; “%1” has no “=”.").arg(entry);
        const QString name = entry.left(sign);
        const model::Object *control = findControlNamed(input.workbook(), model::toUtf8(name));
        if (!control)
            return Cli::tr("There is no control “%1”.").arg(name);
        const auto value = controlValueFrom(entry.mid(sign + 1), *control, columns.typeOfControl(*control));
        if (!value)
            return Cli::tr("“%1” is no value for the control “%2”.").arg(entry.mid(sign + 1), name);
        input.options.controls[model::controlId(*control)] = *value;
    }
    return {};
}

// What is wrong with the other options, "" when nothing is.
QString readOptions(const QCommandLineParser &arguments, QueryInput &input)
{
    const QString data = arguments.value(u"data"_qs);
    if (!data.isEmpty() && !QFileInfo(data).isDir())
        return Cli::tr("--data takes a folder; “%1” is none.").arg(data);
    input.settings.dataFolder = data.isEmpty() ? dataFolderBeside(input.loaded.path) : data;
    const QByteArray zoneName =
        arguments.isSet(u"time-zone"_qs) ? arguments.value(u"time-zone"_qs).toUtf8() : QByteArray("UTC");
    const QTimeZone zone(zoneName);
    if (!zone.isValid())
        return Cli::tr("“%1” is no time zone.").arg(QString::fromUtf8(zoneName));
    const auto now = nowFrom(arguments, zone);
    if (!now)
        return Cli::tr("--now takes a moment as ISO 8601; “%1” is none.").arg(arguments.value(u"now"_qs));
    input.options.account.timeZone = zoneName.toStdString();
    input.options.now = *now;
    input.options.account.now = input.options.now;
    const QString id = arguments.value(u"element"_qs);
    if (id.isEmpty())
        return Cli::tr("Name the element with --element.");
    const model::Object *element = input.workbook().elements.findById(model::toUtf8(id));
    if (!element)
        return Cli::tr("There is no element “%1”.").arg(id);
    input.element = element->key();
    return {};
}

} // namespace

QList<QCommandLineOption> queryOptions()
{
    return {{u"element"_qs, Cli::tr("The element, by its id."), u"ID"_qs},
            {u"data"_qs, Cli::tr("Folder with a CSV file per table; the folder “data” beside the file unless given."),
             u"DIR"_qs},
            {u"control"_qs, Cli::tr("What a control holds: its id or handle, and the value. May be repeated."),
             u"ID=VALUE"_qs},
            {u"time-zone"_qs, Cli::tr("Time zone of the account; UTC unless given."), u"ZONE"_qs},
            nowOption()};
}

QCommandLineOption nowOption()
{
    return {u"now"_qs, Cli::tr("What Now() and Today() are, as ISO 8601; the machine's clock unless given."),
            u"MOMENT"_qs};
}

std::optional<model::Moment> nowFrom(const QCommandLineParser &arguments, const QTimeZone &zone)
{
    if (arguments.isSet(u"now"_qs))
        return model::momentFromIso(model::toUtf8(arguments.value(u"now"_qs)));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return model::Moment{(now.toMSecsSinceEpoch() + qint64(zone.offsetFromUtc(now)) * 1000) * 1000};
}

std::unique_ptr<QueryInput> readQueryInput(const QString &file, const QCommandLineParser &arguments, Console &console,
                                           int &code)
{
    code = Misuse;
    auto loaded = openWorkbook(file, console);
    if (!loaded)
        return nullptr;
    auto input = std::make_unique<QueryInput>();
    input->loaded = std::move(*loaded);
    input->names = model::NameIndex(input->workbook());
    const QString wrong = readOptions(arguments, *input);
    if (!wrong.isEmpty()) {
        console.err(u"tessera: "_qs + wrong);
        return nullptr;
    }
    auto store = adapters::TableStore::open();
    if (!store) {
        console.err(store.error());
        code = Findings;
        return nullptr;
    }
    input->store = std::move(*store);
    input->tables =
        std::make_unique<adapters::LocalTables>(*input->store, input->settings, input->workbook(), input->options.now);
    input->options.sources = input->tables.get();
    if (const QString badControl = readControls(arguments.values(u"control"_qs), *input); !badControl.isEmpty()) {
        console.err(u"tessera: "_qs + badControl);
        return nullptr;
    }
    code = Done;
    return input;
}

std::optional<ControlValue> controlValueFrom(const QString &text, const model::Object &control, ValueType type)
{
    ControlValue value;
    if (text.isEmpty())
        return value;
    const model::FilterRule rule = model::filterRule(control.body(), true);
    const bool range = rule.kind == "date-range" || rule.kind == "number-range" || rule.kind == "range-slider";
    if (range) {
        const qsizetype dots = text.indexOf(u".."_qs);
        const QString low = dots < 0 ? text : text.left(dots), high = dots < 0 ? text : text.mid(dots + 2);
        for (const auto &[end, into] : {std::pair(low, &value.low), std::pair(high, &value.high)}) {
            const auto read = end.isEmpty() ? std::optional(Value()) : typed(end, type);
            if (!read)
                return std::nullopt;
            if (!end.isEmpty())
                *into = *read;
        }
        return value;
    }
    const bool several = (rule.kind == "list" && !rule.single) || rule.kind == "legend" || rule.kind == "hierarchy";
    for (const QString &cell : several ? csvCells(text) : QStringList{text}) {
        const auto read = typed(cell, type);
        if (!read)
            return std::nullopt;
        value.values.push_back(*read);
    }
    return value;
}

bool printProblems(const model::query::ElementQuery &query, Console &console)
{
    for (const model::query::QueryProblem &problem : query.problems) {
        QString place = model::toQString(problem.elementId);
        if (!problem.columnId.empty())
            place += u'/' + model::toQString(problem.columnId);
        console.err(
            u"%1: %2: %3"_qs.arg(place, problem.isError ? Cli::tr("error") : Cli::tr("warning"), problem.message));
        if (!problem.hint.isEmpty())
            console.err(u"    "_qs + problem.hint);
    }
    return query.hasErrors();
}

} // namespace tessera::app
