// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/grid/block_text.h"

namespace tessera::designer {

QList<QStringList> readBlock(const QString &text)
{
    QList<QStringList> block;
    QStringList row;
    QString cell;
    bool quoted = false;
    bool cellStart = true;
    const auto endCell = [&] {
        row << cell;
        cell.clear();
        cellStart = true;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (quoted) {
            if (c == u'"' && next == u'"')
                ++i;
            else if (c == u'"') {
                quoted = false;
                continue;
            }
            cell += c;
        } else if (c == u'"' && cellStart) {
            quoted = true;
            cellStart = false;
        } else if (c == u'\t') {
            endCell();
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && next == u'\n')
                ++i;
            endCell();
            block << row;
            row.clear();
        } else {
            cell += c;
            cellStart = false;
        }
    }
    if (!row.isEmpty() || !cell.isEmpty() || !cellStart) {
        endCell();
        block << row;
    }
    return block;
}

QString writeBlock(const QList<QStringList> &block)
{
    QString text;
    for (const QStringList &row : block) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            QString cell = row.at(i);
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.startsWith(u'"'))
                cell = u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"';
            text += (i ? QStringLiteral("\t") : QString()) + cell;
        }
        text += u'\n';
    }
    return text;
}

} // namespace tessera::designer
