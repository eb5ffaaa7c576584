// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QList>
#include <QTimeZone>

#include "adapters/query/local_tables.h"
#include "app/cli/command.h"
#include "app/cli/input.h"
#include "model/names/name_lookup.h"

class QCommandLineParser;

namespace tessera::app {

// What `query` and `sql` share: a workbook, one of its elements, what controls hold, and local tables.
struct QueryInput
{
    adapters::LoadedWorkbook loaded;
    model::NameIndex names;
    model::Key element;
    model::query::QueryOptions options;
    adapters::LocalSettings settings;
    std::unique_ptr<adapters::TableStore> store;
    std::unique_ptr<adapters::LocalTables> tables;

    const model::Workbook &workbook() const { return loaded.workbook; }
};

QList<QCommandLineOption> queryOptions();
QCommandLineOption nowOption();

// What formulas take for the present, on the clock of `zone`: the moment --now gives, else the machine's.
// None: it gives something else.
std::optional<model::Moment> nowFrom(const QCommandLineParser &arguments, const QTimeZone &zone);

// None: what is wrong has been said, and `code` is how the command ends.
std::unique_ptr<QueryInput> readQueryInput(const QString &file, const QCommandLineParser &arguments, Console &console,
                                           int &code);

// A control's value as it is typed: one value, several as CSV for lists, `low..high` for ranges; nothing: no value.
// None: it does not fit the control.
std::optional<model::query::ControlValue> controlValueFrom(const QString &text, const model::Object &control,
                                                           model::query::ValueType type);

// Says every problem of a query; true when one of them is an error.
bool printProblems(const model::query::ElementQuery &query, Console &console);

} // namespace tessera::app
