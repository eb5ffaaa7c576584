// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/csv_import.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "adapters/query/table_writer.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;
using model::formula::ValueType;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::CsvImport)
};

// Binds the cells of one file's rows.
class RowLoader
{
public:
    RowLoader(TableWriter &writer, CsvShape &shape) : m_writer(writer), m_shape(shape), m_moments(shape.columns.size())
    {
    }

    Result<void> take(std::int64_t line, const std::vector<std::string_view> &fields)
    {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].empty())
                m_writer.setNull(static_cast<int>(i));
            else if (!bind(i, fields[i]))
                refuse(line, i, fields[i]);
        }
        return m_writer.endRow();
    }

private:
    bool bind(std::size_t i, std::string_view field)
    {
        const int column = static_cast<int>(i);
        switch (m_shape.columns[i].type) {
        case ValueType::Number: {
            const auto number = readNumberCell(field, m_shape.decimal);
            if (!number)
                return false;
            if (const auto *whole = std::get_if<std::int64_t>(&*number))
                m_writer.setWhole(column, *whole);
            else
                m_writer.setFraction(column, std::get<double>(*number));
            return true;
        }
        case ValueType::Logical: {
            const auto logical = readLogicalCell(field);
            if (logical)
                m_writer.setWhole(column, *logical);
            return logical.has_value();
        }
        case ValueType::Date:
            m_moments[i].clear();
            if (!appendMomentCell(m_moments[i], field))
                return false;
            m_writer.setText(column, m_moments[i]);
            return true;
        case ValueType::Variant:
            if (!suitsType(field, ValueType::Variant))
                return false;
            m_writer.setText(column, field);
            return true;
        default:
            m_writer.setText(column, field);
            return true;
        }
    }

    void refuse(std::int64_t line, std::size_t i, std::string_view field)
    {
        m_writer.setNull(static_cast<int>(i));
        if (m_shape.problemCount++ >= model::RowImport::keptProblems)
            return;
        m_shape.problems.append(unsuitableCell(line, m_shape.columns[i], field));
    }

    TableWriter &m_writer;
    CsvShape &m_shape;
    std::vector<std::string> m_moments; // texts stay until the row is written
};

Result<void> open(QFile &file)
{
    const QString name = QFileInfo(file.fileName()).fileName();
    if (!file.exists())
        return model::fail(ErrorCode::NotFound, Texts::tr("There is no file “%1”.").arg(file.fileName()));
    if (QFileInfo(file.fileName()).isFile() && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    model::Error error{ErrorCode::Io, Texts::tr("“%1” could not be read.").arg(name)};
    error.detail = file.errorString();
    return model::fail(std::move(error));
}

Result<void> store(SqliteConnection &connection, const std::string &table, QFile &file, CsvShape &shape,
                   const CsvLoadOptions &options)
{
    std::vector<std::string> names;
    for (const CsvColumn &column : shape.columns)
        names.push_back(column.name);
    auto writer = TableWriter::create(connection, table, names, options.rowsPerTransaction);
    if (!writer)
        return model::fail(writer.error());
    RowLoader loader(**writer, shape);
    Result<void> written;
    const double size = static_cast<double>(std::max<qint64>(file.size(), 1));
    const auto progress = [&](std::int64_t bytes) {
        if (options.progress)
            options.progress(0.5 + 0.5 * static_cast<double>(bytes) / size);
    };
    const auto row = [&](std::int64_t line, const std::vector<std::string_view> &fields) {
        written = loader.take(line, fields);
        return written.has_value();
    };
    if (auto read = readCsvRows(file, shape, row, progress, options.stop); !read)
        return read;
    if (!written)
        return written;
    return (*writer)->finish();
}

} // namespace

Result<CsvShape> loadCsv(SqliteConnection &connection, const std::string &table, const QString &path,
                         const CsvLoadOptions &options)
{
    QFile file(path);
    Result<CsvShape> shape = model::fail(ErrorCode::Invalid, {});
    Result<void> done = open(file);
    if (done) {
        CsvScanOptions scan;
        scan.csv = options.csv;
        scan.header = options.header;
        scan.decimal = options.decimal;
        scan.types = options.types;
        scan.columnName = options.columnName;
        scan.stop = options.stop;
        const double size = static_cast<double>(std::max<qint64>(file.size(), 1));
        scan.progress = [&](std::int64_t bytes) {
            if (options.progress)
                options.progress(0.5 * static_cast<double>(bytes) / size);
        };
        shape = scanCsv(file, scan);
        done = !shape ? Result<void>(model::fail(shape.error()))
               : !file.seek(0)
                   ? Result<void>(model::fail(ErrorCode::Io, Texts::tr("“%1” cannot be read twice.").arg(path)))
                   : store(connection, table, file, *shape, options);
    }
    if (!done) {
        model::Error error = done.error();
        error.where.file = path;
        return model::fail(std::move(error));
    }
    return shape;
}

std::vector<model::query::Column> columnsOf(const CsvShape &shape)
{
    std::vector<model::query::Column> columns;
    for (const CsvColumn &column : shape.columns)
        columns.push_back({column.name, column.type});
    return columns;
}

} // namespace tessera::adapters
