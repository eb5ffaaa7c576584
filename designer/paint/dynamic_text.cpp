// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/dynamic_text.h"

#include <algorithm>

#include "model/base/text.h"
#include "model/workbook/look/value_text.h"

namespace tessera::designer {

TemplateValues templateValues(const Sketch &sketch, const std::string &pointer)
{
    const auto *part = sketch.part("text:" + pointer);
    if (!part)
        return {};
    const auto rows = sketch.rows; // keeps the part alive
    // In a repeated container a text that names the card's row has a row for each card.
    const auto row =
        part->rowCount() > 1 ? static_cast<std::size_t>(std::max(0, sketch.context.cardRow)) : std::size_t(0);
    return [part, rows, row](int index, const QString &format) -> std::optional<QString> {
        if (index < 0 || index >= static_cast<int>(part->columns.size()) || row >= part->rowCount())
            return {};
        model::ColumnLook look;
        look.format = model::toUtf8(format);
        return model::ValueText(look)(part->columns[static_cast<std::size_t>(index)].data.at(row));
    };
}

std::pair<QString, QString> templateParts(const QString &inside)
{
    const qsizetype bar = inside.lastIndexOf(u'|');
    return bar < 0 ? std::pair(inside.trimmed(), QString())
                   : std::pair(inside.left(bar).trimmed(), inside.mid(bar + 1).trimmed());
}

QString withValues(const QString &text, const TemplateValues &values)
{
    if (!values || !text.contains(u"{{"))
        return text;
    QString out;
    qsizetype at = 0;
    for (int index = 0;; ++index) {
        const qsizetype open = text.indexOf(u"{{", at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u"}}", open + 2);
        if (close < 0)
            break;
        const auto value = values(index, templateParts(text.mid(open + 2, close - open - 2)).second);
        out += text.mid(at, open - at) + value.value_or(text.mid(open, close + 2 - open));
        at = close + 2;
    }
    return out + text.mid(at);
}

} // namespace tessera::designer
