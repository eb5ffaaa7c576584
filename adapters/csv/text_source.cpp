// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/csv/text_source.h"

#include <algorithm>

#include <QIODevice>

namespace tessera::adapters {

namespace {

constexpr qint64 blockSize = 1 << 18;

// Text in UTF-16 without a BOM shows as a zero in every other byte, as long as it is mostly Latin.
std::optional<QStringConverter::Encoding> zeroPattern(std::string_view head)
{
    const std::size_t length = std::min<std::size_t>(head.size() & ~std::size_t(1), 4096);
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i + 1 < length; i += 2) {
        even += head[i] == '\0';
        odd += head[i + 1] == '\0';
    }
    const std::size_t pairs = length / 2;
    if (pairs < 2)
        return std::nullopt;
    if (odd > pairs * 6 / 10 && even < pairs / 10)
        return QStringConverter::Utf16LE;
    if (even > pairs * 6 / 10 && odd < pairs / 10)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

void TextSource::detect(std::string_view head)
{
    using namespace std::string_view_literals;
    // The longer mark first: UTF-32 little endian starts with the bytes of UTF-16's.
    if (head.starts_with("\xFF\xFE\0\0"sv))
        m_decoder.emplace(QStringConverter::Utf32LE);
    else if (head.starts_with("\0\0\xFE\xFF"sv))
        m_decoder.emplace(QStringConverter::Utf32BE);
    else if (head.starts_with("\xFF\xFE"sv))
        m_decoder.emplace(QStringConverter::Utf16LE);
    else if (head.starts_with("\xFE\xFF"sv))
        m_decoder.emplace(QStringConverter::Utf16BE);
    else if (const auto encoding = zeroPattern(head))
        m_decoder.emplace(*encoding);
}

bool TextSource::read(std::string &out)
{
    m_raw.resize(static_cast<std::size_t>(blockSize));
    const qint64 got = m_device.read(m_raw.data(), blockSize);
    if (got < 0)
        m_error = m_device.errorString();
    if (got <= 0)
        return false;
    m_bytes += got;
    std::string_view block(m_raw.data(), static_cast<std::size_t>(got));
    if (!m_started) {
        m_started = true;
        detect(block);
        if (block.starts_with("\xEF\xBB\xBF"))
            block.remove_prefix(3);
    }
    if (!m_decoder) {
        out.append(block);
        return true;
    }
    const QString text = m_decoder->decode(QByteArrayView(block.data(), static_cast<qsizetype>(block.size())));
    const QByteArray utf8 = text.toUtf8();
    out.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    return true;
}

} // namespace tessera::adapters
