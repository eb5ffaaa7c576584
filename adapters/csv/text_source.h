// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QStringDecoder>

class QIODevice;

namespace tessera::adapters {

// A device's text as UTF-8, block by block, whatever Unicode encoding the file has.
class TextSource
{
public:
    explicit TextSource(QIODevice &device) : m_device(device) {}

    // Appends the next block; false at the end.
    bool read(std::string &out);
    std::int64_t bytesRead() const { return m_bytes; }
    const QString &error() const { return m_error; }

private:
    void detect(std::string_view head);

    QIODevice &m_device;
    std::optional<QStringDecoder> m_decoder; // none: UTF-8, passed through
    bool m_started = false;
    std::int64_t m_bytes = 0;
    QString m_error;
    std::string m_raw;
};

} // namespace tessera::adapters
