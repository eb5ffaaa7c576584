// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "model/base/text.h"

namespace tessera::app {

namespace {

bool writeAll(std::FILE *stream, const std::string &text)
{
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size();
}

} // namespace

Console::Console(std::FILE *out, std::FILE *err) : m_out(out), m_err(err) {}

void Console::out(const QString &line)
{
    outText(model::toUtf8(line) + '\n');
}

void Console::outText(const std::string &text)
{
    m_ok = writeAll(m_out, text) && m_ok;
}

void Console::err(const QString &line)
{
    writeAll(m_err, model::toUtf8(line) + '\n');
}

void Console::err(const model::Error &error, const QString &file)
{
    model::Location where = error.where;
    if (where.file.isEmpty())
        where.file = file;
    const QString place = placeText(where);
    err(place.isEmpty() ? error.message : place + u": "_qs + error.message);
    if (!error.detail.isEmpty() && !error.message.contains(error.detail))
        err(u"    "_qs + error.detail);
    if (!error.hint.isEmpty())
        err(u"    "_qs + error.hint);
}

bool Console::flush()
{
    m_ok = std::fflush(m_out) == 0 && m_ok;
    std::fflush(m_err);
    return m_ok;
}

QString placeText(const model::Location &where)
{
    QString text = where.file;
    if (where.line > 0) {
        text += u':' + QString::number(where.line);
        if (where.column > 0)
            text += u':' + QString::number(where.column);
    }
    return text;
}

} // namespace tessera::app
