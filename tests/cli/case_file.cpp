// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/case_file.h"

#include <QFile>

namespace {

const QByteArray outHead = "--- stdout\n", errHead = "--- stderr\n";

QByteArray section(const QByteArray &text, const QByteArray &from, const QByteArray &to)
{
    const qsizetype start = text.indexOf(from);
    if (start < 0)
        return {};
    const qsizetype begin = start + from.size();
    const qsizetype end = to.isEmpty() ? -1 : text.indexOf(to, begin);
    return text.mid(begin, end < 0 ? -1 : end - begin);
}

QByteArray fileHead(const QString &shown)
{
    return shown.isEmpty() ? QByteArray() : "--- " + shown.toUtf8() + '\n';
}

} // namespace

CaseFile CaseFile::read(const QString &path)
{
    CaseFile result;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const QByteArray text = file.readAll();
    const qsizetype recorded = text.indexOf(outHead);
    const QByteArray head = recorded < 0 ? text : text.left(recorded);
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        const QString value = QString::fromUtf8(line.mid(colon + 2));
        if (line.startsWith("args:"))
            result.arguments = value.split(u' ', Qt::SkipEmptyParts);
        else if (line.startsWith("show:"))
            result.shown = value;
        else if (line.startsWith("code:"))
            result.exitCode = value.toInt();
    }
    result.out = section(text, outHead, errHead);
    result.err = section(text, errHead, fileHead(result.shown));
    if (!result.shown.isEmpty())
        result.file = section(text, fileHead(result.shown), {});
    return result;
}

bool CaseFile::write(const QString &path) const
{
    QByteArray text = "args: " + arguments.join(u' ').toUtf8() + '\n';
    if (!shown.isEmpty())
        text += "show: " + shown.toUtf8() + '\n';
    text += "code: " + QByteArray::number(exitCode) + '\n' + outHead + out + errHead + err;
    if (!shown.isEmpty())
        text += fileHead(shown) + file;
    QFile target(path);
    return target.open(QIODevice::WriteOnly) && target.write(text) == text.size();
}
