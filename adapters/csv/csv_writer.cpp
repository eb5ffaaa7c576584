// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/csv_writer.h"

#include <QCoreApplication>
#include <QIODevice>

namespace tessera::adapters {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::CsvWriter)
};

constexpr std::size_t flushAt = 1 << 18;

} // namespace

CsvWriter::CsvWriter(QIODevice &device, char delimiter) : m_device(device), m_delimiter(delimiter) {}

void CsvWriter::field(std::string_view text)
{
    if (m_rowStarted)
        m_buffer += m_delimiter;
    m_onlyEmpty = !m_rowStarted && text.empty();
    m_rowStarted = true;
    const char special[] = {m_delimiter, '"', '\r', '\n', '\0'};
    if (text.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
        m_buffer += text;
        return;
    }
    m_buffer += '"';
    for (const char c : text) {
        if (c == '\0')
            continue;
        if (c == '"')
            m_buffer += '"';
        m_buffer += c;
    }
    m_buffer += '"';
}

void CsvWriter::endRow()
{
    if (m_onlyEmpty)
        m_buffer += "\"\"";
    m_buffer += "\r\n";
    m_rowStarted = false;
    m_onlyEmpty = true;
    if (m_buffer.size() >= flushAt)
        flush();
}

void CsvWriter::flush()
{
    if (!m_failed)
        m_failed = m_device.write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) !=
                   static_cast<qint64>(m_buffer.size());
    m_buffer.clear();
}

model::Result<void> CsvWriter::finish()
{
    flush();
    if (!m_failed)
        return {};
    model::Error error{model::ErrorCode::Io, Texts::tr("The file could not be written."),
                       Texts::tr("Look whether the disk is full, or choose another folder.")};
    error.detail = m_device.errorString();
    return model::fail(std::move(error));
}

} // namespace tessera::adapters
