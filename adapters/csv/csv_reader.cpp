// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/csv_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <QCoreApplication>

#include "adapters/csv/text_source.h"

namespace tessera::adapters {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Csv)
};

constexpr std::array<char, 4> delimiters = {',', ';', '\t', '|'};
constexpr std::size_t sampleSize = 1 << 16;
constexpr std::size_t maxRecord = 1 << 24; // bytes kept of one record

// Fields per line outside quotes, for the first lines of a text.
std::vector<int> fieldCounts(std::string_view text, char delimiter)
{
    constexpr std::size_t lines = 50;
    std::vector<int> counts;
    int fields = 1;
    bool quoted = false, any = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (c == delimiter && !quoted)
            ++fields;
        else if (c == '\n' && !quoted) {
            if (any)
                counts.push_back(fields);
            fields = 1;
            any = false;
            if (counts.size() == lines)
                return counts;
            continue;
        }
        any = any || c != '\r';
    }
    if (any)
        counts.push_back(fields);
    return counts;
}

// The delimiter that splits most lines like the first one, and into most fields; a comma where none does.
CsvDialect findDialect(std::string_view text)
{
    CsvDialect best;
    double bestScore = 0;
    for (const char candidate : delimiters) {
        const std::vector<int> counts = fieldCounts(text, candidate);
        if (best.sampleLines == 0) {
            best.sampleLines = static_cast<int>(counts.size());
            best.agreeingLines = static_cast<int>(std::ranges::count(counts, 1));
        }
        if (counts.empty() || counts.front() < 2)
            continue;
        const auto same = static_cast<int>(std::ranges::count(counts, counts.front()));
        const double score = double(same) / static_cast<double>(counts.size()) * 1000 + counts.front();
        if (score > bestScore) {
            bestScore = score;
            best = {candidate, static_cast<int>(counts.size()), same, counts.front()};
        }
    }
    return best;
}

// Whether a text holds anything but plain ASCII; eight bytes at a time, because almost every field does not.
bool isAscii(std::string_view text)
{
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t chunk = 0;
        std::memcpy(&chunk, text.data() + i, 8);
        if (chunk & 0x8080808080808080ULL)
            return false;
    }
    for (; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) & 0x80)
            return false;
    }
    return true;
}

// What a byte means for a line: 1 it needs the careful way, 2 it is not ASCII.
constexpr auto byteKinds = [] {
    std::array<unsigned char, 256> kinds{};
    for (std::size_t byte = 0x80; byte < 256; ++byte)
        kinds[byte] = 2;
    kinds[0] = kinds[static_cast<unsigned char>('"')] = kinds[static_cast<unsigned char>('\r')] = 1;
    return kinds;
}();

// Whether a line holds neither quotes nor anything that has to be repaired.
bool isPlain(std::string_view text)
{
    unsigned kinds = 0;
    for (const char c : text)
        kinds |= byteKinds[static_cast<unsigned char>(c)];
    return (kinds & 1) == 0 &&
           ((kinds & 2) == 0 || QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8());
}

} // namespace

class CsvReader::Private
{
public:
    Private(QIODevice &device, CsvOptions wanted) : source(device, wanted.encoding), options(wanted) {}

    TextSource source;
    CsvOptions options;
    CsvDialect dialect;

    bool next(CsvRecord &record);

private:
    // A field while it is read: unquoted text stands in the buffer as it is, anything else is collected in `scratch`.
    struct Span
    {
        std::size_t from = 0, length = 0;
        bool own = false; // in `scratch`, not in `buffer`
    };

    bool more(std::size_t &from);
    void start();
    bool skipBlankLines();
    bool readPlain(CsvRecord &record);
    bool readField(CsvRecord &record, std::size_t from); // true: the record goes on
    void readQuoted(CsvRecord &record, std::size_t from);
    bool endField();
    void endLine();
    void keepFields();
    void addSpan(CsvRecord &record, Span span);
    void finish(CsvRecord &record);
    std::string_view textOf(const Span &span) const;
    void collect(CsvRecord &record, std::string_view piece);

    std::string buffer; // what was read and is not yet consumed
    std::size_t at = 0;
    std::string scratch;
    std::size_t scratchField = 0; // where the field being collected starts
    std::vector<Span> spans;
    std::int64_t line = 1;
    bool started = false;
    bool ended = false;
    bool collecting = false;
    bool cut = false; // of this record: reported once
    bool dropped = false;
};

// Moves the record's finished fields out of the buffer, behind the others and before the one being collected.
void CsvReader::Private::keepFields()
{
    const std::string tail = scratch.substr(std::min(scratchField, scratch.size()));
    scratch.resize(scratch.size() - tail.size());
    for (Span &span : spans) {
        if (span.own)
            continue;
        const std::size_t at0 = scratch.size();
        scratch.append(buffer, span.from, span.length);
        span = {at0, span.length, true};
    }
    scratchField = scratch.size();
    scratch += tail;
}

// Reads on. What stands before `from` is done with and thrown away, so the buffer never holds more than a part of one
// field and one block; `from` moves with it.
bool CsvReader::Private::more(std::size_t &from)
{
    if (ended)
        return false;
    keepFields();
    buffer.erase(0, from);
    at -= std::min(at, from);
    from = 0;
    ended = !source.read(buffer);
    return !ended;
}

void CsvReader::Private::start()
{
    started = true;
    std::size_t none = 0;
    while (buffer.size() < sampleSize && more(none)) {
    } // `none` stays 0: nothing is thrown away yet
    if (options.delimiter == '\0') {
        dialect = findDialect(std::string_view(buffer).substr(0, sampleSize));
        options.delimiter = dialect.delimiter;
    }
    dialect.delimiter = options.delimiter;
}

bool CsvReader::Private::skipBlankLines()
{
    while (true) {
        if (at == buffer.size() && !more(at))
            return false;
        const char c = buffer[at];
        if (c != '\n' && c != '\r')
            return true;
        endLine();
    }
}

// Over one line end of any kind.
void CsvReader::Private::endLine()
{
    ++line;
    if (buffer[at++] == '\n')
        return;
    if (at == buffer.size())
        (void)more(at);
    if (at < buffer.size() && buffer[at] == '\n')
        ++at;
}

void CsvReader::Private::collect(CsvRecord &record, std::string_view piece)
{
    const std::size_t used = scratch.size() - scratchField;
    const std::size_t room =
        std::min(options.maxField - std::min(used, options.maxField), maxRecord - std::min(scratch.size(), maxRecord));
    if (piece.size() > room && !cut) {
        cut = true;
        record.problems.push_back(
            Texts::tr("A field is longer than %1 characters and was cut there.").arg(options.maxField));
    }
    scratch.append(piece.substr(0, room));
}

std::string_view CsvReader::Private::textOf(const Span &span) const
{
    return std::string_view(span.own ? scratch : buffer).substr(span.from, span.length);
}

void CsvReader::Private::addSpan(CsvRecord &record, Span span)
{
    if (spans.size() < options.maxFields && scratch.size() < maxRecord) {
        spans.push_back(span);
    } else if (!dropped) {
        dropped = true;
        record.problems.push_back(
            Texts::tr("The line is too long; everything after field %1 was left out.").arg(spans.size()));
    }
}

// Inside quotes, `from` just behind the opening one. Ends behind the closing quote or at the end of the text.
void CsvReader::Private::readQuoted(CsvRecord &record, std::size_t from)
{
    const std::int64_t opened = line;
    while (true) {
        const std::size_t end = std::min(buffer.find('"', from), buffer.size());
        const std::string_view piece = std::string_view(buffer).substr(from, end - from);
        line += std::ranges::count(piece, '\n');
        collect(record, piece);
        from = end;
        if (from == buffer.size()) {
            if (!more(from)) {
                record.problems.push_back(Texts::tr("A quote opened on line %1 is never closed.").arg(opened));
                at = from;
                return;
            }
            continue;
        }
        ++from; // the quote
        if (from == buffer.size())
            (void)more(from);
        if (from == buffer.size() || buffer[from] != '"') {
            at = from;
            return;
        }
        collect(record, "\"");
        ++from;
    }
}

// Over a delimiter (true) or a line end.
bool CsvReader::Private::endField()
{
    if (at >= buffer.size())
        return false;
    if (buffer[at] != options.delimiter) {
        endLine();
        return false;
    }
    ++at;
    return true;
}

bool CsvReader::Private::readField(CsvRecord &record, std::size_t from)
{
    collecting = false;
    scratchField = scratch.size();
    if (from == buffer.size())
        (void)more(from);
    if (from < buffer.size() && buffer[from] == '"') {
        collecting = true;
        readQuoted(record, from + 1);
        from = at;
    }
    std::size_t end = from;
    while (true) {
        while (end < buffer.size() && buffer[end] != options.delimiter && buffer[end] != '\n' && buffer[end] != '\r')
            ++end;
        if (end - from > options.maxField && !collecting)
            collecting = true; // too long for a plain span: it is cut while it passes
        if (end < buffer.size())
            break;
        if (collecting) {
            collect(record, std::string_view(buffer).substr(from, end - from));
            from = end;
        }
        const std::size_t passed = end - from;
        const bool goesOn = more(from);
        end = from + passed;
        if (!goesOn)
            break;
    }
    if (collecting) {
        collect(record,
                std::string_view(buffer).substr(from, end - from)); // "a"b: what follows the quote belongs to it
        addSpan(record, {scratchField, scratch.size() - scratchField, true});
    } else {
        addSpan(record, {from, end - from, false});
    }
    scratchField = scratch.size(); // nothing is being collected any more
    at = end;
    return endField();
}

void CsvReader::Private::finish(CsvRecord &record)
{
    record.fields.reserve(spans.size());
    bool zero = false, broken = false;
    for (Span &span : spans) {
        std::string_view text = textOf(span);
        const bool hasZero = std::memchr(text.data(), 0, text.size()) != nullptr;
        const bool ascii = isAscii(text);
        if (!hasZero && (ascii || QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8()))
            continue;
        zero |= hasZero;
        QByteArray repaired(text.data(), static_cast<qsizetype>(text.size()));
        repaired.replace('\0', QByteArray());
        const QByteArray sound = QString::fromUtf8(repaired).toUtf8(); // bad bytes become U+FFFD
        broken |= sound != repaired;
        span = {scratch.size(), static_cast<std::size_t>(sound.size()), true};
        scratch.append(sound.constData(), static_cast<std::size_t>(sound.size()));
    }
    if (zero)
        record.problems.push_back(Texts::tr("The line holds zero bytes, which were left out."));
    record.brokenText = broken;
    if (broken)
        record.problems.push_back(
            Texts::tr("The line is not valid UTF-8; bytes that are no character show as “\uFFFD”."));
    for (const Span &span : spans)
        record.fields.push_back(textOf(span));
}

// The quick way for most lines: one that lies in the buffer as a whole and needs no repair, no unquoting and no cutting
// is handed out as it stands. Anything else is left to readField.
bool CsvReader::Private::readPlain(CsvRecord &record)
{
    const char *from = buffer.data() + at;
    const auto *newline = static_cast<const char *>(std::memchr(from, '\n', buffer.size() - at));
    if (!newline)
        return false;
    std::string_view text(from, static_cast<std::size_t>(newline - from));
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    if (text.size() > options.maxField || !isPlain(text))
        return false;
    while (true) {
        const auto *end = static_cast<const char *>(std::memchr(text.data(), options.delimiter, text.size()));
        if (!end)
            break;
        if (record.fields.size() + 1 >= options.maxFields) {
            record.fields.clear();
            return false;
        }
        const auto length = static_cast<std::size_t>(end - text.data());
        record.fields.push_back(text.substr(0, length));
        text.remove_prefix(length + 1);
    }
    record.fields.push_back(text);
    at = static_cast<std::size_t>(newline - buffer.data()) + 1;
    ++line;
    return true;
}

bool CsvReader::Private::next(CsvRecord &record)
{
    record.fields.clear();
    record.problems.clear();
    record.brokenText = false;
    if (!started)
        start();
    spans.clear();
    scratch.clear();
    scratchField = 0;
    dropped = false;
    cut = false;
    if (!skipBlankLines())
        return false;
    record.line = line;
    if (readPlain(record))
        return true;
    while (readField(record, at)) {
    }
    finish(record);
    return true;
}

CsvReader::CsvReader(QIODevice &device, CsvOptions options) : d(std::make_unique<Private>(device, options)) {}

CsvReader::~CsvReader() = default;

bool CsvReader::next(CsvRecord &record)
{
    return d->next(record);
}

char CsvReader::delimiter() const
{
    return d->options.delimiter;
}

const CsvDialect &CsvReader::dialect() const
{
    return d->dialect;
}

TextEncoding CsvReader::encoding() const
{
    return d->source.encoding();
}

bool CsvReader::hasMark() const
{
    return d->source.hasMark();
}

std::int64_t CsvReader::bytesRead() const
{
    return d->source.bytesRead();
}

const QString &CsvReader::error() const
{
    return d->source.error();
}

} // namespace tessera::adapters
