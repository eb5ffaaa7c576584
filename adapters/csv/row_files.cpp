// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/row_files.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "adapters/csv/csv_writer.h"
#include "model/base/text.h"
#include "model/table/cell_value.h"

namespace tessera::adapters {

using model::Json;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::RowFiles)
};

constexpr std::int64_t progressEvery = 512; // rows
constexpr std::size_t rowsPerPiece = 500;

// Takes records one by one and turns them into rows.
class RowReader
{
public:
    RowReader(const std::vector<model::InputColumn> &columns, model::RowImport &report)
        : m_columns(columns)
        , m_report(report)
    {
    }

    // False: no field of the header belongs to the table.
    bool readHeader(const CsvRecord &record)
    {
        for (const std::string_view field : record.fields) {
            const QString name = model::toQString(field).trimmed();
            const model::InputColumn *column = find(name);
            const bool usable =
                column && column->isEditable() && std::ranges::find(m_targets, column) == m_targets.end();
            m_targets.push_back(usable ? column : nullptr);
            if (!usable && !name.isEmpty())
                m_report.ignoredColumns << name;
        }
        note(record);
        return std::ranges::any_of(m_targets, [](const auto *column) { return column != nullptr; });
    }

    Json readRow(const CsvRecord &record)
    {
        note(record);
        if (record.fields.size() != m_targets.size())
            problem(record.line, {}, raggedness(record.fields.size()));
        Json values = Json::object();
        auto &members = values.get_ref<Json::object_t &>();
        members.reserve(m_targets.size());
        const std::size_t count = std::min(record.fields.size(), m_targets.size());
        for (std::size_t i = 0; i < count; ++i) {
            if (!m_targets[i] || record.fields[i].empty())
                continue;
            Json value;
            if (!model::tryParseCell(*m_targets[i], record.fields[i], value))
                problem(record.line, m_targets[i]->name,
                        model::parseCell(*m_targets[i], record.fields[i]).error().message);
            else if (!value.is_null())
                members.emplace_back(m_targets[i]->id, std::move(value));
        }
        return values;
    }

private:
    const model::InputColumn *find(const QString &name) const
    {
        for (const model::InputColumn &column : m_columns) {
            if (column.name.compare(name, Qt::CaseInsensitive) == 0 || model::toQString(column.id) == name)
                return &column;
        }
        return nullptr;
    }

    QString raggedness(std::size_t fields) const
    {
        return fields < m_targets.size()
                   ? Texts::tr("The line has %1 of %2 fields; the missing ones stay empty.")
                         .arg(fields)
                         .arg(m_targets.size())
                   : Texts::tr("The line has %1 fields instead of %2; the ones too many were left out.")
                         .arg(fields)
                         .arg(m_targets.size());
    }

    void note(const CsvRecord &record)
    {
        for (const QString &reason : record.problems)
            problem(record.line, {}, reason);
    }

    void problem(std::int64_t line, const QString &column, const QString &reason)
    {
        if (m_report.problemCount++ < model::RowImport::keptProblems)
            m_report.problems.append({line, column, reason});
    }

    const std::vector<model::InputColumn> &m_columns;
    model::RowImport &m_report;
    std::vector<const model::InputColumn *> m_targets; // by field; null: not taken
};

model::Unexpected noColumns(const std::vector<model::InputColumn> &columns)
{
    QStringList names;
    for (const model::InputColumn &column : columns) {
        if (column.isEditable())
            names << column.name;
    }
    return model::fail(
        model::ErrorCode::Invalid, Texts::tr("No column of the file has the name of a column of this table."),
        Texts::tr("The first line must name the columns. This table takes %1.").arg(names.join(QStringLiteral(", "))));
}

model::Unexpected deviceError(const QString &path, const QString &detail)
{
    model::Error error{model::ErrorCode::Io, Texts::tr("“%1” could not be read.").arg(QFileInfo(path).fileName())};
    error.detail = detail;
    error.where.file = path;
    return model::fail(std::move(error));
}

} // namespace

model::Result<model::RowImport> readRows(QIODevice &device, const std::vector<model::InputColumn> &columns,
                                         const std::function<void(Json &&)> &row, const CsvImportOptions &options)
{
    model::RowImport report;
    CsvReader reader(device, options.csv);
    CsvRecord record;
    RowReader rows(columns, report);
    if (!reader.next(record)) {
        if (!reader.error().isEmpty())
            return deviceError({}, reader.error());
        return model::fail(model::ErrorCode::Invalid, Texts::tr("The file is empty."),
                           Texts::tr("Its first line must name the columns."));
    }
    if (!rows.readHeader(record))
        return noColumns(columns);
    while (reader.next(record)) {
        row(rows.readRow(record));
        if (++report.rows % progressEvery == 0 && options.progress && !options.progress(reader.bytesRead()))
            return model::fail(model::ErrorCode::Cancelled, Texts::tr("The import was stopped."));
    }
    if (!reader.error().isEmpty())
        return deviceError({}, reader.error());
    return report;
}

model::Result<model::RowImport> importCsv(const QString &path, const std::vector<model::InputColumn> &columns,
                                          const model::RowTaker &take)
{
    QFile file(path);
    if (!file.exists())
        return model::fail(model::ErrorCode::NotFound, Texts::tr("There is no file “%1”.").arg(path));
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return deviceError(path, file.errorString());
    std::vector<Json> rows;
    bool wanted = true;
    const double size = static_cast<double>(std::max<qint64>(1, file.size()));
    const auto hand = [&] {
        if (!rows.empty())
            wanted = take(std::exchange(rows, {}), std::min(1.0, static_cast<double>(file.pos()) / size));
    };
    CsvImportOptions options;
    options.progress = [&](std::int64_t) { return wanted; };
    auto report = readRows(
        file, columns,
        [&](Json &&values) {
            if (!wanted)
                return;
            rows.push_back(std::move(values));
            if (rows.size() == rowsPerPiece)
                hand();
        },
        options);
    if (report && wanted)
        hand();
    if (report && !wanted)
        return model::fail(model::ErrorCode::Cancelled, Texts::tr("The import was stopped."));
    if (!report)
        report.error().where.file = path;
    return report;
}

model::Result<std::int64_t> exportCsv(const QString &path, const std::vector<model::InputColumn> &columns,
                                      const model::RowStore &rows, const model::Key &table)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        model::Error error{model::ErrorCode::Io,
                           Texts::tr("“%1” could not be written.").arg(QFileInfo(path).fileName()),
                           Texts::tr("Choose another folder.")};
        error.detail = file.errorString();
        return model::fail(std::move(error));
    }
    CsvWriter writer(file);
    std::vector<const model::InputColumn *> written;
    for (const model::InputColumn &column : columns) {
        // Formulas, keys and what Sigma fills have no values of their own here.
        if (!column.isEditable())
            continue;
        written.push_back(&column);
        writer.field(model::toUtf8(column.name));
    }
    writer.endRow();
    const std::int64_t count = rows.count(table);
    std::string text;
    for (std::int64_t i = 0; i < count; ++i) {
        const model::Row row = rows.row(table, i);
        for (const model::InputColumn *column : written) {
            text.clear();
            if (const Json *value = model::member(row.values, column->id))
                model::appendCellText(text, *value);
            writer.field(text);
        }
        writer.endRow();
    }
    if (auto done = writer.finish(); !done)
        return model::fail(done.error());
    if (!file.commit())
        return model::fail(model::ErrorCode::Io,
                           Texts::tr("“%1” could not be written.").arg(QFileInfo(path).fileName()),
                           Texts::tr("Look whether the disk is full, or choose another folder."));
    return count;
}

} // namespace tessera::adapters
