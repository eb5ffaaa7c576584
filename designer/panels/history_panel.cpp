// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/history_panel.h"

#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "designer/panels/history_model.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

constexpr int laneWidth = 14;
constexpr int maxLanes = 8; // lanes beyond are drawn on the last one

int laneX(const QRect &row, int lane)
{
    return row.left() + space::m + qMin(lane, maxLanes - 1) * laneWidth;
}

// The lanes, a dot for the step, its label and the time.
class HistoryDelegate : public QStyledItemDelegate
{
public:
    HistoryDelegate(const HistoryModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const QRect row = option.rect;
        const bool current = index.data(HistoryModel::CurrentRole).toBool();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, tokens.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(row, mix(tokens.surface, tokens.text, 0.05));
        painter->setRenderHint(QPainter::Antialiasing);
        drawLanes(painter, row, index, tokens);
        drawDot(painter, row, index, tokens, current);

        const int left = laneX(row, qMin(m_model->laneCount(), maxLanes)) + space::xs;
        const QString time = index.data(HistoryModel::TimeRole).toString();
        QFont font = option.font;
        painter->setFont(font);
        painter->setPen(tokens.text3);
        const int timeWidth = painter->fontMetrics().horizontalAdvance(time);
        painter->drawText(row.adjusted(0, 0, -space::m, 0), Qt::AlignVCenter | Qt::AlignRight, time);
        font.setBold(current);
        painter->setFont(font);
        painter->setPen(index.data(HistoryModel::AppliedRole).toBool() ? tokens.text : tokens.text3);
        const QRect textRect(left, row.top(), row.right() - left - timeWidth - 2 * space::m, row.height());
        painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, textRect.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {120, size::treeRow}; }

private:
    void drawLanes(QPainter *painter, const QRect &row, const QModelIndex &index, const Tokens &tokens) const
    {
        const int step = index.data(HistoryModel::StepRole).toInt();
        const qreal middle = row.top() + row.height() / 2.0;
        painter->setPen(QPen(tokens.lineStrong, 1.5));
        painter->setBrush(Qt::NoBrush);
        for (int lane = 0; lane < m_model->laneCount(); ++lane) {
            const int line = m_model->lineAt(lane, step);
            const qreal x = laneX(row, lane) + 0.5;
            if (line & HistoryModel::Above)
                painter->drawLine(QPointF(x, row.top()), QPointF(x, middle));
            if (line & HistoryModel::Below)
                painter->drawLine(QPointF(x, middle), QPointF(x, row.bottom() + 1));
            if (m_model->opensAt(lane, step)) { // a branch leaves this step for a newer one on another lane
                const qreal from = laneX(row, index.data(HistoryModel::LaneRole).toInt()) + 0.5;
                QPainterPath path(QPointF(from, middle));
                path.cubicTo(QPointF(x, middle), QPointF(x, middle), QPointF(x, row.top()));
                painter->drawPath(path);
            }
        }
    }

    static void drawDot(QPainter *painter, const QRect &row, const QModelIndex &index, const Tokens &tokens,
                        bool current)
    {
        const QPointF centre(laneX(row, index.data(HistoryModel::LaneRole).toInt()) + 0.5,
                             row.top() + row.height() / 2.0);
        const bool applied = index.data(HistoryModel::AppliedRole).toBool();
        painter->setPen(QPen(applied ? tokens.accent : tokens.lineStrong, 1.5));
        painter->setBrush(current ? tokens.accent : tokens.surface);
        painter->drawEllipse(centre, current ? 5 : 4, current ? 5 : 4);
    }

    const HistoryModel *m_model;
};

} // namespace

HistoryPanel::HistoryPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new HistoryModel(session.document(), this))
    , m_view(new QListView(this))
{
    m_view->setObjectName(QStringLiteral("history"));
    m_view->setAccessibleName(tr("History"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HistoryDelegate(m_model, this));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_view, &QListView::clicked, this, &HistoryPanel::goTo);
    connect(m_view, &QListView::activated, this, &HistoryPanel::goTo);
    connect(&session.document(), &model::Document::historyMoved, this, &HistoryPanel::showCurrent);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    showCurrent();
}

void HistoryPanel::goTo(const QModelIndex &index)
{
    const model::History::Step step = m_model->stepAt(index);
    if (step == m_session.document().history().current())
        return;
    if (auto done = m_session.document().goTo(step); !done)
        Q_EMIT m_session.refused(done.error());
}

void HistoryPanel::showCurrent()
{
    const QModelIndex index = m_model->indexOf(m_session.document().history().current());
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

} // namespace tessera::designer
