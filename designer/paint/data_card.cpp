// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/data_card.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/style/tokens.h"
#include "model/workbook/views/element_view.h"

namespace tessera::designer {

using model::query::ElementRows;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::DataCard)
};

void paintWrapped(const Sketch &sketch, const QRect &where, const QString &words, const QFont &font, const QColor &ink)
{
    sketch.painter.setFont(font);
    sketch.painter.setPen(ink);
    sketch.painter.drawText(where, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
}

void paintFailure(const Sketch &sketch, const QString &words)
{
    const PageTheme &theme = sketch.theme();
    const QFont font = theme.font(12);
    const QRect &area = sketch.rect;
    if (area.height() < 44 || area.width() < 120) { // one line has to do
        sketch.icon(QRect(area.left(), area.center().y() - 7, 14, 14), QStringLiteral("triangle-alert"), theme.warn);
        sketch.text(area.adjusted(20, 0, 0, 0), words, font, theme.text2);
        return;
    }
    const int width = qMin(area.width() - 16, 420);
    const QRect box = QFontMetrics(font).boundingRect(QRect(0, 0, width, area.height() - 30),
                                                      Qt::AlignHCenter | Qt::TextWordWrap, words);
    const int height = qMin(box.height(), area.height() - 28);
    const int top = area.top() + qMax(0, (area.height() - height - 26) / 2);
    sketch.icon(QRect(area.center().x() - 9, top, 18, 18), QStringLiteral("triangle-alert"), theme.warn);
    paintWrapped(sketch, QRect(area.center().x() - width / 2, top + 26, width, height), words, font, theme.text2);
    const QRect link(area.left(), top + 26 + height + 6, area.width(), 18);
    if (sketch.context.view && link.bottom() <= area.bottom()) // in use; a picture leads nowhere
        sketch.text(link, Texts::tr("Go to the cause"), theme.font(12, true), theme.accent, Qt::AlignCenter);
}

bool showsRows(const std::string &kind)
{
    return model::isChartKind(kind) || model::isTableKind(kind);
}

QString wordsOf(const model::query::QueryProblem &problem)
{
    return problem.hint.isEmpty() ? problem.message : problem.message + u' ' + problem.hint;
}

// A column that cannot be computed leaves a chart without its marks; a broken reference mark or format does not.
const model::query::QueryProblem *brokenColumn(const ElementRows &rows)
{
    for (const model::query::QueryProblem &problem : rows.query.problems) {
        const bool aside = problem.pointer.starts_with("/refMarks") ||
                           problem.pointer.starts_with("/conditionalFormats") ||
                           problem.pointer.starts_with("/trendlines") || problem.pointer.starts_with("/name");
        if (problem.isError && !aside)
            return &problem;
    }
    return nullptr;
}

} // namespace

QString failureOf(const ElementRows &rows)
{
    if (rows.state != ElementRows::State::Failed)
        return {};
    for (const model::query::QueryProblem &problem : rows.query.problems) {
        if (problem.isError)
            return wordsOf(problem);
    }
    return rows.failure.isEmpty() ? Texts::tr("The rows of this element could not be computed.") : rows.failure;
}

bool paintInPlaceOfData(const Sketch &sketch)
{
    if (!sketch.rows || !showsRows(sketch.element.kind()))
        return false;
    QString failure = failureOf(*sketch.rows);
    const auto *broken = failure.isEmpty() && model::isChartKind(sketch.element.kind()) &&
                                 sketch.rows->state == ElementRows::State::Ready
                             ? brokenColumn(*sketch.rows)
                             : nullptr;
    if (broken)
        failure = wordsOf(*broken);
    if (!failure.isEmpty()) {
        paintFailure(sketch, failure);
        addJump(sketch, QRectF(sketch.rect));
        return true;
    }
    if (!sketch.table() || sketch.table()->rowCount() > 0 || sketch.element.kind() == "kpi-chart" ||
        model::isTableKind(sketch.element.kind()))
        return false;
    const QString words = model::noDataText(sketch.element);
    paintNotice(sketch, sketch.rect, words.isEmpty() ? Texts::tr("No data") : words);
    return true;
}

void addJump(const Sketch &sketch, const QRectF &where)
{
    if (!sketch.context.marks)
        return;
    Mark mark;
    mark.kind = Mark::Kind::Jump;
    mark.title = Texts::tr("Go to what keeps it from running");
    sketch.context.marks->addBox(std::move(mark), where);
}

QString problemOfColumn(const ElementRows &rows, const model::Object &element, const std::string &column)
{
    for (const model::query::QueryProblem &problem : rows.query.problems) {
        if (problem.isError && problem.elementId == element.id() && problem.columnId == column)
            return wordsOf(problem);
    }
    return {};
}

void paintNotice(const Sketch &sketch, const QRect &area, const QString &words)
{
    paintWrapped(sketch, QRect(area.left() + 8, area.center().y() - 8, area.width() - 16, qMax(18, area.height() / 2)),
                 words, sketch.theme().font(size::base), sketch.theme().text3);
}

void paintDataState(const Sketch &sketch, const QRect &card)
{
    if (!sketch.rows)
        return;
    const PageTheme &theme = sketch.theme();
    if (sketch.rows->sample && sketch.table() && card.width() > 120 && card.height() > 44) {
        const QString words = Texts::tr("Sample");
        const int width = QFontMetrics(theme.font(10)).horizontalAdvance(words) + 12;
        const QRect badge(card.right() - width - 7, card.top() + 7, width, 16);
        sketch.box(badge, 8, theme.soft(theme.warn, 0.16), Qt::transparent, 0);
        sketch.text(badge, words, theme.font(10), theme.warn, Qt::AlignCenter);
    }
    if (sketch.rows->state == ElementRows::State::Waiting && card.height() > 24)
        sketch.box(QRectF(card.left() + theme.radius, card.top() + 1, (card.width() - 2 * theme.radius) * 0.4, 2), 1,
                   theme.accent, Qt::transparent, 0);
}

} // namespace tessera::designer
