// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/workbook/look/column_look.h"
#include "model/workbook/look/content_look.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ServicePainters)
};

void paintBubble(const Sketch &sketch, const QRect &where, bool mine, const QString &words)
{
    const PageTheme &theme = sketch.theme();
    sketch.box(where, 10, mine ? theme.accentSoft : theme.soft(theme.text3, 0.1), Qt::transparent, 0);
    if (words.isEmpty())
        sketch.bar(QRectF(where.left() + 12, where.center().y() - 3, where.width() - 24, 7), theme.faint());
    else
        sketch.text(where.adjusted(12, 0, -12, 0), words, theme.font(12), theme.text);
}

void paintChat(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const model::AgentLook agent = model::agentLookOf(sketch.context.workbook, sketch.element);
    const QRect &area = sketch.rect;
    sketch.icon(QRect(area.left(), area.top(), 14, 18), QStringLiteral("message-square"), theme.text3);
    sketch.text(QRect(area.left() + 20, area.top(), area.width() - 20, 18), agent.name, theme.font(12, true),
                theme.text2);
    const QRect input(area.left(), area.bottom() - 33, area.width(), 34);
    int y = area.top() + 26;
    if (y + 30 < input.top())
        paintBubble(sketch, QRect(area.left(), y, area.width() * 3 / 4, 30), false, agent.greeting);
    if (y + 72 < input.top())
        paintBubble(sketch, QRect(area.left() + area.width() * 2 / 5, y + 38, area.width() * 3 / 5, 30), true, {});
    if (area.height() < 60)
        return;
    sketch.box(input, 17, theme.card, theme.lineStrong);
    sketch.text(input.adjusted(14, 0, -30, 0), Texts::tr("Ask a question"), theme.font(size::base), theme.text3);
}

void paintPlugin(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const QRect &area = sketch.rect;
    sketch.box(area, 6, theme.soft(theme.text3, 0.05), theme.line);
    const QRect middle(area.left() + 8, area.center().y() - 20, area.width() - 16, 18);
    sketch.icon(QRect(middle.center().x() - 10, middle.top() - 24, 20, 20), QStringLiteral("package"), theme.text3);
    sketch.text(middle, model::pluginName(sketch.element), theme.font(size::base, true), theme.text2, Qt::AlignCenter);
    sketch.text(middle.translated(0, 18), Texts::tr("Plugins run in Sigma only"), theme.font(size::caption),
                theme.text3, Qt::AlignCenter);
}

void paintCode(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const QRect &area = sketch.rect;
    sketch.box(area, 6, theme.soft(theme.text3, 0.06), Qt::transparent, 0);
    const QColor inks[] = {theme.soft(theme.accent, 0.5), theme.faint(), theme.soft(theme.ok, 0.5)};
    for (int line = 0; line < qMin(12, (area.height() - 16) / 16); ++line) {
        const int indent = line % 4 == 0 ? 0 : line % 4 == 3 ? 32 : 16;
        int x = area.left() + 14 + indent;
        for (int part = 0; part < 3; ++part) {
            const int width = 20 + int(sketch.random(line * 3 + part) * 56);
            if (x + width > area.right() - 12)
                break;
            sketch.bar(QRectF(x, area.top() + 12 + line * 16, width, 6), inks[(line + part) % 3]);
            x += width + 8;
        }
    }
}

void paintValueList(const Sketch &sketch)
{
    const PageTheme &theme = sketch.theme();
    const std::vector<model::ColumnLook> columns = model::columnLooks(sketch.element);
    int y = sketch.rect.top();
    for (int i = 0; y + 24 <= sketch.rect.bottom() && (columns.empty() ? i < 5 : i < static_cast<int>(columns.size()));
         ++i, y += 28) {
        const QRect row(sketch.rect.left(), y, sketch.rect.width(), 28);
        if (columns.empty()) {
            sketch.word(row, i);
            sketch.word(row, i + 20, Qt::AlignRight);
        } else {
            const model::ColumnLook &column = columns[static_cast<std::size_t>(i)];
            sketch.text(row, column.name, theme.font(size::base), theme.text2);
            sketch.text(row, model::dashPattern(column), theme.dataFont(size::base, true), theme.text,
                        Qt::AlignRight | Qt::AlignVCenter);
        }
        sketch.hairline({row.left(), row.bottom()}, {row.right(), row.bottom()}, theme.line);
    }
}

} // namespace

void addServicePainters(KindPainters &painters)
{
    painters.add("chat", {Chrome::Card, paintChat});
    painters.add("plugin", {Chrome::Card, paintPlugin});
    painters.add("code", {Chrome::Card, paintCode});
    painters.add("value-list", {Chrome::Card, paintValueList});
}

} // namespace tessera::designer
