// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QStringDecoder>

class QIODevice;

namespace tessera::adapters {

enum class TextEncoding
{
    Detect, // Unicode: by its mark or by the zero bytes of UTF-16, else UTF-8
    Utf8,
    Utf16Le,
    Utf16Be,
    Utf32Le,
    Utf32Be,
    Windows1252, // never detected here: see csv_shape.h
};

// A device's text as UTF-8, block by block, whatever Unicode encoding the file has.
class TextSource
{
public:
    explicit TextSource(QIODevice &device, TextEncoding encoding = TextEncoding::Detect)
        : m_device(device)
        , m_encoding(encoding)
    {
    }

    // Appends the next block; false at the end.
    bool read(std::string &out);
    std::int64_t bytesRead() const { return m_bytes; }
    const QString &error() const { return m_error; }
    TextEncoding encoding() const { return m_encoding; } // known after the first block
    bool hasMark() const { return m_hasMark; }           // a byte order mark says so

private:
    void detect(std::string_view head);
    void startDecoder();

    QIODevice &m_device;
    std::optional<QStringDecoder> m_decoder; // none: UTF-8, passed through
    TextEncoding m_encoding;
    bool m_hasMark = false;
    bool m_started = false;
    std::int64_t m_bytes = 0;
    QString m_error;
    std::string m_raw;
};

} // namespace tessera::adapters
