// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/text_form.h"

#include <algorithm>

#include <QCoreApplication>

namespace tessera::adapters {

using model::ErrorCode;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::TextForm)
};

model::Unexpected refuse(std::string_view bytes, std::size_t offset, QString message, QString hint)
{
    model::Location where;
    const std::string_view before = bytes.substr(0, offset);
    where.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    where.column =
        1 + static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    return model::fail(ErrorCode::Invalid, std::move(message), std::move(hint), where);
}

bool isTail(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
}

// Length of the UTF-8 sequence at `at`, 0 when it is none: overlong forms, surrogates and codes beyond U+10FFFF.
std::size_t sequenceLength(std::string_view bytes, std::size_t at)
{
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0U;
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return isTail(bytes, at + 1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool wrong = (first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0);
        return !wrong && isTail(bytes, at + 1) && isTail(bytes, at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool wrong = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second >= 0x90);
        return !wrong && isTail(bytes, at + 1) && isTail(bytes, at + 2) && isTail(bytes, at + 3) ? 4 : 0;
    }
    return 0;
}

bool looksLikeUtf16(std::string_view bytes)
{
    if (bytes.size() < 2)
        return false;
    const std::string_view mark = bytes.substr(0, 2);
    if (mark == "\xFF\xFE" || mark == "\xFE\xFF")
        return true;
    return bytes.size() >= 4 && ((bytes[0] == '\0') != (bytes[1] == '\0')) &&
           ((bytes[2] == '\0') != (bytes[3] == '\0')) && (bytes[0] == '\0') == (bytes[2] == '\0');
}

} // namespace

model::Result<void> checkText(std::string_view bytes)
{
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return refuse(bytes, 0, Texts::tr("The file is empty."), Texts::tr("Is it the right file?"));
    if (looksLikeUtf16(bytes))
        return refuse(bytes, 0, Texts::tr("The file is encoded as UTF-16."),
                      Texts::tr("Save it as UTF-8 and open it again."));
    for (std::size_t at = 0; at < bytes.size();) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r');
        if (control)
            return refuse(
                bytes, at,
                Texts::tr("This is a binary file: it has a control character (code %1).").arg(static_cast<int>(c)),
                Texts::tr("Choose a YAML or JSON file."));
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0)
            return refuse(bytes, at, Texts::tr("The file is not valid UTF-8."),
                          Texts::tr("Save it as UTF-8 and open it again."));
        at += length;
    }
    return {};
}

} // namespace tessera::adapters
