// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/csv_shape.h"

#include <algorithm>
#include <set>

#include <QCoreApplication>
#include <QIODevice>

#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Result;
using model::formula::ValueType;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::CsvShape)
};

constexpr std::int64_t progressEvery = 8192; // rows
constexpr int decimalSample = 500;           // rows that show how numbers are written

std::string folded(std::string_view name)
{
    return model::toUtf8(model::toQString(name).toCaseFolded());
}

CellWitness witness(std::int64_t line, std::string_view cell)
{
    constexpr qsizetype most = 40;
    QString text = model::toQString(cell);
    if (text.size() > most)
        text = text.left(most) + QChar(0x2026);
    return {line, text};
}

// Whether a line of this many fields is taken, and what is to be said about it.
enum class Fit
{
    Exact,
    Short,   // the rest is null
    Padded,  // empty fields too many
    TooLong, // left out
};

Fit fitOf(const std::vector<std::string_view> &fields, std::size_t columns)
{
    if (fields.size() == columns)
        return Fit::Exact;
    if (fields.size() < columns)
        return Fit::Short;
    const auto extra = fields.begin() + static_cast<std::ptrdiff_t>(columns);
    return std::all_of(extra, fields.end(), [](std::string_view field) { return field.empty(); }) ? Fit::Padded
                                                                                                  : Fit::TooLong;
}

// One pass over a file.
class Scan
{
public:
    Scan(QIODevice &device, const CsvScanOptions &options) : m_reader(device, options.csv), m_options(options) {}

    Result<CsvShape> run()
    {
        CsvRecord record;
        if (!m_reader.next(record)) {
            if (!m_reader.error().isEmpty())
                return readError();
            return model::fail(ErrorCode::Invalid, Texts::tr("The file is empty."),
                               Texts::tr("Its first line must name the columns."));
        }
        m_shape.encoding = m_reader.encoding();
        m_shape.hasMark = m_reader.hasMark();
        m_shape.dialect = m_reader.dialect();
        m_shape.header = m_options.header;
        m_options.header ? readHeader(record) : nameColumns(record.fields.size());
        findDecimalLater();
        if (!m_options.header)
            readRecord(record);
        std::int64_t passed = 0;
        while (m_reader.next(record)) {
            readRecord(record);
            if (++passed % progressEvery != 0)
                continue;
            if (m_options.stop.stop_requested())
                return model::fail(ErrorCode::Cancelled, Texts::tr("The import was stopped."));
            if (m_options.progress)
                m_options.progress(m_reader.bytesRead());
        }
        if (!m_reader.error().isEmpty())
            return readError();
        finish();
        return std::move(m_shape);
    }

    // The file is no UTF-8 and holds no sequence that only UTF-8 would have: an older encoding of one byte a character.
    bool looksLikeWindows() const { return m_broken > 0 && m_sound == 0 && !m_reader.hasMark(); }

private:
    model::Unexpected readError() const
    {
        model::Error error{ErrorCode::Io, Texts::tr("The file could not be read.")};
        error.detail = m_reader.error();
        return model::fail(std::move(error));
    }

    void problem(std::int64_t line, const QString &column, const QString &reason)
    {
        if (m_shape.problemCount++ < model::RowImport::keptProblems)
            m_shape.problems.append({line, column, reason});
    }

    void note(const CsvRecord &record)
    {
        for (const QString &reason : record.problems)
            problem(record.line, {}, reason);
        if (record.brokenText) {
            if (m_broken++ == 0)
                m_shape.brokenText = {record.line, {}};
        }
    }

    void readHeader(const CsvRecord &record)
    {
        note(record);
        std::set<std::string> used;
        for (const std::string_view field : record.fields) {
            const std::string given = model::toUtf8(model::toQString(field).trimmed());
            const std::string wanted = m_options.columnName && !given.empty() ? m_options.columnName(given) : given;
            const std::string base = given.empty() ? "Column " + std::to_string(m_shape.columns.size() + 1) : wanted;
            std::string name = base;
            for (int n = 2; !used.insert(folded(name)).second; ++n)
                name = base + " (" + std::to_string(n) + ")";
            if (name != wanted)
                problem(record.line, model::toQString(name),
                        given.empty() ? Texts::tr("Column %1 has no name; it is called “%2” here.")
                                            .arg(m_shape.columns.size() + 1)
                                            .arg(model::toQString(name))
                                      : Texts::tr("There are several columns “%1”; this one is called “%2” here.")
                                            .arg(model::toQString(given), model::toQString(name)));
            m_shape.columns.push_back({name, ValueType::Text, {}, true, {}, {}});
        }
    }

    void nameColumns(std::size_t count)
    {
        for (std::size_t i = 1; i <= count; ++i)
            m_shape.columns.push_back({"Column " + std::to_string(i), ValueType::Text, {}, true, {}, {}});
    }

    // With commas between the columns a decimal sign can only be a dot.
    void findDecimalLater()
    {
        m_shape.decimal = m_options.decimal ? m_options.decimal : '.';
        m_undecided = !m_options.decimal && m_shape.dialect.delimiter != ',';
    }

    void readRecord(const CsvRecord &record)
    {
        note(record);
        const Fit fit = fitOf(record.fields, m_shape.columns.size());
        if (fit == Fit::TooLong) {
            problem(record.line, {},
                    Texts::tr("The line has %1 fields instead of %2 and was left out.")
                        .arg(record.fields.size())
                        .arg(m_shape.columns.size()));
            return;
        }
        if (fit == Fit::Short)
            problem(record.line, {},
                    Texts::tr("The line has %1 of %2 fields; the missing ones are empty.")
                        .arg(record.fields.size())
                        .arg(m_shape.columns.size()));
        ++m_shape.rows;
        if (m_undecided)
            watchDecimal(record);
        const std::size_t count = std::min(record.fields.size(), m_shape.columns.size());
        for (std::size_t i = 0; i < count; ++i) {
            if (!record.fields[i].empty())
                readCell(m_shape.columns[i], record.line, record.fields[i]);
        }
        if (!record.brokenText)
            countSoundText(record);
    }

    void readCell(CsvColumn &column, std::int64_t line, std::string_view cell)
    {
        column.isEmpty = false;
        if (!column.possible.any())
            return;
        if (column.possible.number && column.rounded.line == 0 && cell.size() > 17 &&
            isLongFraction(cell, m_shape.decimal))
            column.rounded = witness(line, cell);
        column.possible.narrow(cell, m_shape.decimal);
        if (!column.possible.any())
            column.otherwise = witness(line, cell);
    }

    // A comma is the decimal sign when the first rows hold such numbers and none with a dot. Cells read before are read
    // as text, so the scan starts again then.
    void watchDecimal(const CsvRecord &record)
    {
        for (const std::string_view cell : record.fields) {
            if (cell.find(',') != std::string_view::npos && isNumberCell(cell, ','))
                ++m_commas;
            else if (cell.find('.') != std::string_view::npos && isNumberCell(cell, '.'))
                ++m_dots;
        }
        if (m_shape.rows >= decimalSample || m_dots > 0)
            m_undecided = false;
    }

    void countSoundText(const CsvRecord &record)
    {
        if (m_sound > 0 || m_shape.encoding != TextEncoding::Utf8)
            return;
        for (const std::string_view field : record.fields)
            m_sound += std::ranges::any_of(field, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    }

    void finish()
    {
        for (CsvColumn &column : m_shape.columns) {
            const auto wish = m_options.types.find(folded(column.name));
            column.type = wish != m_options.types.end() ? wish->second
                          : column.isEmpty              ? ValueType::Text
                                                        : column.possible.type();
            if (column.type != ValueType::Number)
                column.rounded = {};
        }
    }

public:
    bool wantsComma() const { return m_commas > 0 && m_dots == 0 && m_shape.decimal == '.'; }

private:
    CsvReader m_reader;
    const CsvScanOptions &m_options;
    CsvShape m_shape;
    bool m_undecided = false;
    std::int64_t m_commas = 0, m_dots = 0;
    std::int64_t m_broken = 0; // lines that are no UTF-8
    std::int64_t m_sound = 0;  // lines with characters beyond ASCII that are
};

QString encodingEvidence(const CsvShape &shape)
{
    const QString name = encodingName(shape.encoding);
    if (shape.hasMark)
        return Texts::tr("The text is %1: the file starts with its byte order mark.").arg(name);
    if (shape.encoding == TextEncoding::Windows1252)
        return Texts::tr("The text is read as %1: line %2 holds bytes that are no UTF-8.")
            .arg(name)
            .arg(shape.brokenText.line);
    if (shape.encoding == TextEncoding::Utf16Le || shape.encoding == TextEncoding::Utf16Be)
        return Texts::tr("The text is %1: every other byte at the start is zero.").arg(name);
    if (shape.brokenText.line > 0)
        return Texts::tr("The text is %1, but for bytes that are no character, first on line %2.")
            .arg(name)
            .arg(shape.brokenText.line);
    return Texts::tr("The text is %1: all of it is valid.").arg(name);
}

QString delimiterEvidence(const CsvDialect &dialect)
{
    const QString sign = dialect.delimiter == '\t' ? Texts::tr("tab") : QString(QLatin1Char(dialect.delimiter));
    if (dialect.sampleLines == 0)
        return Texts::tr("Columns are separated by “%1”, as asked for.").arg(sign);
    return Texts::tr("Columns are separated by “%1”: it splits %2 of the first %3 lines into %4 fields.")
        .arg(sign)
        .arg(dialect.agreeingLines)
        .arg(dialect.sampleLines)
        .arg(dialect.fields);
}

QString columnEvidence(const CsvColumn &column)
{
    const QString name = model::toQString(column.name);
    if (column.isEmpty)
        return Texts::tr("“%1” is empty.").arg(name);
    switch (column.type) {
    case ValueType::Number:
        return column.rounded.line == 0
                   ? Texts::tr("“%1” is a number in every row.").arg(name)
                   : Texts::tr(
                         "“%1” is a number in every row; fractions are rounded to 17 figures, first on line %2 (“%3”).")
                         .arg(name)
                         .arg(column.rounded.line)
                         .arg(column.rounded.text);
    case ValueType::Logical:
        return Texts::tr("“%1” is true or false in every row.").arg(name);
    case ValueType::Date:
        return Texts::tr("“%1” is an ISO date in every row.").arg(name);
    default:
        break;
    }
    return column.otherwise.line == 0 ? Texts::tr("“%1” is text.").arg(name)
                                      : Texts::tr("“%1” is text: line %2 holds “%3”.")
                                            .arg(name)
                                            .arg(column.otherwise.line)
                                            .arg(column.otherwise.text);
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        return QStringLiteral("UTF-16");
    case TextEncoding::Utf32Le:
    case TextEncoding::Utf32Be:
        return QStringLiteral("UTF-32");
    case TextEncoding::Windows1252:
        return QStringLiteral("Windows-1252");
    case TextEncoding::Utf8:
    case TextEncoding::Detect:
        break;
    }
    return QStringLiteral("UTF-8");
}

CsvOptions CsvShape::readerOptions() const
{
    CsvOptions options;
    options.encoding = encoding;
    options.delimiter = dialect.delimiter;
    return options;
}

Result<CsvShape> scanCsv(QIODevice &device, const CsvScanOptions &options)
{
    CsvScanOptions actual = options;
    actual.types.clear();
    for (const auto &[name, type] : options.types)
        actual.types.emplace(folded(name), type);
    CellWitness broken;
    while (true) {
        Scan scan(device, actual);
        auto shape = scan.run();
        const bool windows = scan.looksLikeWindows() && actual.csv.encoding == TextEncoding::Detect;
        const bool comma = scan.wantsComma() && actual.decimal == '\0';
        if (shape && broken.line > 0)
            shape->brokenText = broken;
        if (!shape || (!windows && !comma) || !device.seek(0))
            return shape;
        if (windows) {
            broken = shape->brokenText;
            actual.csv.encoding = TextEncoding::Windows1252;
        }
        if (comma)
            actual.decimal = ',';
    }
}

Result<void> readCsvRows(QIODevice &device, const CsvShape &shape,
                         const std::function<bool(std::int64_t, const std::vector<std::string_view> &)> &row,
                         const std::function<void(std::int64_t)> &progress, std::stop_token stop)
{
    CsvReader reader(device, shape.readerOptions());
    CsvRecord record;
    if (shape.header)
        (void)reader.next(record);
    const std::size_t columns = shape.columns.size();
    std::int64_t passed = 0;
    while (reader.next(record)) {
        if (fitOf(record.fields, columns) == Fit::TooLong)
            continue;
        record.fields.resize(columns);
        if (!row(record.line, record.fields))
            return {};
        if (++passed % progressEvery != 0)
            continue;
        if (stop.stop_requested())
            return model::fail(ErrorCode::Cancelled, Texts::tr("The import was stopped."));
        if (progress)
            progress(reader.bytesRead());
    }
    if (reader.error().isEmpty())
        return {};
    model::Error error{ErrorCode::Io, Texts::tr("The file could not be read.")};
    error.detail = reader.error();
    return model::fail(std::move(error));
}

model::RowImportProblem unsuitableCell(std::int64_t line, const CsvColumn &column, std::string_view cell)
{
    return {line, model::toQString(column.name),
            Texts::tr("“%1” does not suit the column's type and is left empty.").arg(witness(line, cell).text)};
}

QStringList evidenceOf(const CsvShape &shape)
{
    QStringList sentences{encodingEvidence(shape), delimiterEvidence(shape.dialect)};
    if (shape.decimal != '.')
        sentences << Texts::tr("Numbers are written with “%1” before the fraction.").arg(QLatin1Char(shape.decimal));
    for (const CsvColumn &column : shape.columns)
        sentences << columnEvidence(column);
    return sentences;
}

} // namespace tessera::adapters
