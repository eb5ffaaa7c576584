// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/local_tables.h"

#include <algorithm>

#include <QCoreApplication>

#include "adapters/query/csv_import.h"
#include "adapters/query/input_cells.h"
#include "adapters/query/sample_rows.h"
#include "adapters/query/script_table.h"
#include "adapters/query/table_writer.h"
#include "adapters/query/workspace_tables.h"
#include "model/base/text.h"
#include "model/formula/template_scanner.h"
#include "model/value/calendar.h"
#include "model/workbook/input_table.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;
using model::query::TableSource;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::LocalTables)
};

constexpr std::size_t keptStates = 8;

// How a person would call the source.
QString titleOf(const TableSource &source)
{
    if (!source.path.empty())
        return model::toQString(source.path.back());
    return model::toQString(source.name.empty() ? source.elementId : source.name);
}

// Whoever asks for the columns only may leave the controls in the statement: they are null then.
TableSource withoutTemplates(const TableSource &source)
{
    TableSource bound = source;
    std::string text;
    std::size_t done = 0;
    for (const model::TemplatePart &part : model::scanTemplates(source.statement)) {
        if (!part.closed)
            continue;
        bound.parameters.emplace_back();
        text +=
            source.statement.substr(done, part.whole.offset - done) + ":p" + std::to_string(bound.parameters.size());
        done = part.whole.end();
    }
    if (done > 0)
        bound.statement = text + source.statement.substr(done);
    return bound;
}

LocalTable tableOf(const CsvShape &shape)
{
    LocalTable table;
    table.columns = columnsOf(shape);
    table.rows = shape.rows;
    table.problems = shape.problems;
    table.problemCount = shape.problemCount;
    table.evidence = evidenceOf(shape);
    return table;
}

} // namespace

LocalTables::LocalTables(TableStore &store, const LocalSettings &settings, const model::Workbook &workbook,
                         model::Moment now, std::stop_token stop, std::shared_ptr<const SampleCatalogue> samples)
    : m_store(store)
    , m_settings(settings)
    , m_workbook(workbook)
    , m_now(now)
    , m_stop(std::move(stop))
    , m_samples(std::move(samples))
{
}

LocalTables::~LocalTables() = default;

Result<LocalTablePtr> LocalTables::table(const TableSource &source) const
{
    const auto known = std::ranges::find(m_found, source, [](const auto &entry) { return entry.first; });
    if (known != m_found.end())
        return known->second;
    m_found.emplace_back(source, find(source));
    return m_found.back().second;
}

TableRecipe LocalTables::fileRecipe(const TableSource &source, const DataFolder::File &file) const
{
    const DataFolder folder(m_settings.dataFolder);
    TableRecipe recipe;
    recipe.key = "file " + model::toUtf8(file.path);
    recipe.stamp = std::to_string(file.modifiedMs) + " " + std::to_string(file.size) + " " +
                   std::to_string(folder.typesModifiedMs());
    recipe.wanted = model::toUtf8(titleOf(source));
    std::vector<model::InputColumn> input;
    if (source.kind == TableSource::Kind::InputTable) {
        if (const model::Object *element = m_workbook.elements.findById(source.elementId))
            input = model::inputColumns(*element);
        recipe.stamp += " " + signatureOf(input);
    }
    recipe.load = [folder, file, input](SqliteConnection &connection, const std::string &name,
                                        std::stop_token stop) -> Result<LocalTable> {
        auto types = folder.typesOf(file);
        if (!types)
            return model::fail(types.error());
        CsvLoadOptions options;
        options.stop = stop;
        options.types = *types;
        if (!input.empty())
            askForInputColumns(options, input);
        auto shape = loadCsv(connection, name, file.path, options);
        if (!shape)
            return model::fail(shape.error());
        LocalTable table = tableOf(*shape);
        if (!input.empty()) {
            if (auto done = finishInputColumns(connection, name, input, table); !done)
                return model::fail(done.error());
        }
        return table;
    };
    return recipe;
}

// The tables of the statement first, then its rows, kept until the statement, its parameters, a table or the day
// change.
Result<LocalTablePtr> LocalTables::runScript(const TableSource &written) const
{
    const TableSource source = withoutTemplates(written);
    std::string stamp = source.statement;
    ScriptContext context;
    context.hasFunction = [this](const std::string &name) { return m_store.hasFunction(name); };
    context.table = [&](const std::vector<std::string> &path) -> Result<ScriptTable> {
        TableSource wanted;
        wanted.connectionId = source.connectionId;
        wanted.path = path;
        const auto found = table(wanted);
        if (!found)
            return model::fail(found.error());
        stamp += '\x1f' + std::to_string((*found)->version);
        return ScriptTable{quotedName((*found)->name), (*found)->columns};
    };
    auto script = rewriteScript(source.statement, context);
    if (!script) {
        model::Error error = script.error();
        error.where.object = source.elementId;
        return model::fail(std::move(error));
    }
    for (const model::Value &value : source.parameters)
        stamp += '\x1f' + std::to_string(value.data().index()) + model::plainText(value);
    if (script->readsMoment)
        stamp += '\x1f' + model::isoText(m_now);
    else if (script->readsDay)
        stamp += '\x1f' + model::isoText(model::truncate(m_now, model::DateUnit::Day));
    TableRecipe recipe;
    // A few states of a script stay, so that going back and forth with a control is quick.
    recipe.key = "sql " + source.elementId + " " + std::to_string(std::hash<std::string>()(stamp) % keptStates);
    recipe.stamp = stamp;
    const model::Object *element = m_workbook.elements.findById(source.elementId);
    recipe.wanted = element && !element->name().empty() ? element->name() : source.name;
    recipe.load = [script = *script, parameters = source.parameters,
                   now = m_now](SqliteConnection &connection, const std::string &name, std::stop_token stop) {
        return storeScriptRows(connection, name, script, parameters, now, stop);
    };
    return m_store.obtain(recipe, m_stop);
}

Result<LocalTablePtr> LocalTables::find(const TableSource &source) const
{
    if (source.kind == TableSource::Kind::Warehouse) {
        if (const SourceCopy *copy = findCopy(m_settings.copies, source))
            return m_store.obtain(copyRecipe(m_settings.workspace, *copy), m_stop);
    }
    const model::Object *input =
        source.kind == TableSource::Kind::InputTable ? m_workbook.elements.findById(source.elementId) : nullptr;
    if (input && !m_settings.workspace.isEmpty()) {
        if (const auto recipe = inputRecipe(m_settings.workspace, m_settings.document, *input, input->name()))
            return m_store.obtain(*recipe, m_stop);
    }
    if (!m_settings.dataFolder.isEmpty()) {
        if (const auto file = DataFolder(m_settings.dataFolder).find(source))
            return m_store.obtain(fileRecipe(source, *file), m_stop);
    }
    if (source.kind == TableSource::Kind::InputTable)
        return emptyInput(source);
    if (source.kind == TableSource::Kind::Sql) {
        // Without the tables it reads a statement cannot run; anything else that is wrong with it has to be said.
        auto rows = runScript(source);
        if (rows || rows.error().code != ErrorCode::NotFound || !m_settings.samples)
            return rows;
    }
    return makeSample(source);
}

// A table nobody filled has no rows, made up or not.
Result<LocalTablePtr> LocalTables::emptyInput(const TableSource &source) const
{
    std::vector<model::InputColumn> columns;
    if (const model::Object *element = m_workbook.elements.findById(source.elementId))
        columns = model::inputColumns(*element);
    TableRecipe recipe;
    recipe.key = "input " + source.elementId;
    recipe.stamp = "empty " + signatureOf(columns);
    recipe.wanted = source.elementId;
    recipe.load = [columns](SqliteConnection &connection, const std::string &name,
                            std::stop_token) -> Result<LocalTable> {
        LocalTable table;
        table.origin = LocalTable::Origin::Rows;
        auto writer = TableWriter::create(connection, name, {"tessera row"});
        if (!writer)
            return model::fail(writer.error());
        if (auto done = (*writer)->finish(); !done)
            return model::fail(done.error());
        if (auto done = finishInputColumns(connection, name, columns, table); !done)
            return model::fail(done.error());
        return table;
    };
    return m_store.obtain(recipe, m_stop);
}

Result<LocalTablePtr> LocalTables::makeSample(const TableSource &source) const
{
    if (m_settings.samples && !m_samples)
        m_samples = std::make_shared<const SampleCatalogue>(m_workbook);
    const std::vector<SampleColumn> *columns = m_settings.samples ? m_samples->columnsOf(source) : nullptr;
    if (!columns)
        return model::fail(ErrorCode::NotFound, Texts::tr("There are no rows for “%1” here.").arg(titleOf(source)),
                           Texts::tr("Import a CSV file for it, or put one into the data folder."));
    const SampleOptions options{m_settings.seed, m_settings.sampleRows, model::truncate(m_now, model::DateUnit::Day)};
    TableRecipe recipe;
    recipe.key = "sample " + source.connectionId + " " + source.dataModelId + " " + source.elementId;
    for (const std::string &part : source.path)
        recipe.key += '\x1f' + part;
    recipe.stamp =
        std::to_string(options.seed) + ' ' + std::to_string(options.rows) + ' ' + model::isoText(options.now);
    for (const SampleColumn &column : *columns) {
        recipe.stamp += '\x1f' + column.name + ' ' + std::to_string(static_cast<int>(column.type)) + column.entity;
        for (const model::Value &value : column.choices)
            recipe.stamp += '\x1d' + model::plainText(value);
    }
    recipe.wanted = model::toUtf8(titleOf(source));
    recipe.load = [columns = *columns, title = recipe.wanted, options](SqliteConnection &connection,
                                                                       const std::string &name, std::stop_token) {
        return storeSampleRows(connection, name, title, columns, options);
    };
    return m_store.obtain(recipe, m_stop);
}

std::optional<std::vector<model::query::Column>> LocalTables::columnsOf(const TableSource &source) const
{
    const auto found = table(source);
    if (!found)
        return std::nullopt;
    auto columns = (*found)->columns;
    // Made-up rows are text where nothing tells of another type: a guess that must not contradict a formula.
    for (model::query::Column &column : columns) {
        if ((*found)->origin == LocalTable::Origin::Sample && column.type == model::query::ValueType::Text)
            column.type = model::query::ValueType::Any;
    }
    return columns;
}

std::optional<std::string> LocalTables::metricOf(const TableSource &source, const std::string &name) const
{
    return m_settings.dataFolder.isEmpty() ? std::nullopt : DataFolder(m_settings.dataFolder).metricOf(source, name);
}

std::string LocalTables::tableText(const TableSource &source) const
{
    const auto found = table(source);
    return found ? quotedName((*found)->name) : std::string();
}

bool LocalTables::isSample(const TableSource &source) const
{
    const auto found = table(source);
    return found && (*found)->origin == LocalTable::Origin::Sample;
}

} // namespace tessera::adapters
