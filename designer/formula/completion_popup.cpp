// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/completion_popup.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "model/base/text.h"

namespace tessera::designer {

using namespace model::formula;

namespace {

constexpr int popupWidth = 440; // px
constexpr int mostRows = 9;     // before it scrolls
constexpr int positionsRole = Qt::UserRole + 1;
constexpr int detailRole = Qt::UserRole + 2;
constexpr int iconRole = Qt::UserRole + 3;

QString kindWord(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::Column:
        return CompletionPopup::tr("Column of this element");
    case CompletionKind::Source:
        return CompletionPopup::tr("Column of the source");
    case CompletionKind::Control:
        return CompletionPopup::tr("Control");
    case CompletionKind::Selection:
        return CompletionPopup::tr("Column of the selected row");
    case CompletionKind::Metric:
        return CompletionPopup::tr("Metric of the data model");
    case CompletionKind::Element:
        return CompletionPopup::tr("Column of another element: use it in Lookup or Rollup");
    case CompletionKind::Word:
        return CompletionPopup::tr("Word of the formula language");
    case CompletionKind::Choice:
        return CompletionPopup::tr("A value this argument takes");
    case CompletionKind::Part:
        return CompletionPopup::tr("Part of the control's range");
    case CompletionKind::Function:
        return {};
    }
    return {};
}

QString detailOf(const CompletionItem &item)
{
    if (item.function)
        return model::toQString(item.function->group);
    if (item.isRange)
        return CompletionPopup::tr("range");
    if (item.isList)
        return CompletionPopup::tr("list");
    return typeWord(item.type);
}

QString helpOf(const CompletionItem &item)
{
    if (!item.function) {
        const QString type = detailOf(item);
        return type.isEmpty() ? kindWord(item.kind) : kindWord(item.kind) + QStringLiteral(" · ") + type;
    }
    const QString signature = model::toQString(item.function->signature()).toHtmlEscaped();
    return QStringLiteral("<b>%1</b><br>%2").arg(signature, model::toQString(item.function->doc).toHtmlEscaped());
}

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {popupWidth - 20, size::treeRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensOf(option.palette);
        const QRect box = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(box, t.accentSoft);
        const qreal scale = painter->device()->devicePixelRatioF();
        const QPixmap mark = iconPixmap(index.data(iconRole).toString(), size::icon, t.text2, scale);
        painter->drawPixmap(box.left() + space::s, box.center().y() - size::icon / 2 + 1, mark);

        QFont caption = option.font;
        caption.setPixelSize(size::caption);
        const QString detail = index.data(detailRole).toString();
        const int detailWidth = QFontMetrics(caption).horizontalAdvance(detail);
        painter->setFont(caption);
        painter->setPen(t.text2);
        painter->drawText(box.adjusted(0, 0, -space::s, 0), Qt::AlignRight | Qt::AlignVCenter, detail);
        paintLabel(*painter, box.adjusted(32, 0, -detailWidth - space::l, 0), index, option, t);
    }

private:
    // The matched letters stand out by weight and colour.
    static void paintLabel(QPainter &painter, const QRect &room, const QModelIndex &index,
                           const QStyleOptionViewItem &option, const Tokens &t)
    {
        const QFont plain = option.font;
        QFont strong = plain;
        strong.setBold(true);
        const QString text = QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideMiddle, room.width());
        const bool whole = text == index.data().toString();
        const auto positions = whole ? index.data(positionsRole).value<QList<int>>() : QList<int>();
        int x = room.left();
        for (int i = 0; i < text.size();) {
            const bool matched = positions.contains(i);
            int end = i + 1;
            while (end < text.size() && positions.contains(end) == matched)
                ++end;
            const QString run = text.mid(i, end - i);
            painter.setFont(matched ? strong : plain);
            painter.setPen(matched ? t.accent : t.text);
            painter.drawText(QRect(x, room.top(), room.right() - x, room.height()), Qt::AlignLeft | Qt::AlignVCenter,
                             run);
            x += QFontMetrics(matched ? strong : plain).horizontalAdvance(run);
            i = end;
        }
    }
};

} // namespace

QString iconNameOf(const CompletionItem &item)
{
    switch (item.kind) {
    case CompletionKind::Function:
        return QStringLiteral("sigma");
    case CompletionKind::Control:
    case CompletionKind::Part:
        return QStringLiteral("sliders-horizontal");
    case CompletionKind::Metric:
        return QStringLiteral("gauge");
    case CompletionKind::Word:
        return QStringLiteral("code");
    case CompletionKind::Choice:
        return QStringLiteral("quote");
    default:
        break;
    }
    switch (item.type) {
    case ValueType::Number:
        return QStringLiteral("hash");
    case ValueType::Text:
        return QStringLiteral("type");
    case ValueType::Date:
        return QStringLiteral("calendar");
    case ValueType::Logical:
        return QStringLiteral("toggle-left");
    case ValueType::Variant:
        return QStringLiteral("brackets");
    case ValueType::Geography:
        return QStringLiteral("map-pin");
    default:
        return QStringLiteral("columns-3");
    }
}

QString typeWord(ValueType type)
{
    switch (type) {
    case ValueType::Text:
        return CompletionPopup::tr("text");
    case ValueType::Number:
        return CompletionPopup::tr("number");
    case ValueType::Logical:
        return CompletionPopup::tr("logical");
    case ValueType::Date:
        return CompletionPopup::tr("date");
    case ValueType::Variant:
        return CompletionPopup::tr("variant");
    case ValueType::Geography:
        return CompletionPopup::tr("geography");
    case ValueType::Null:
        return CompletionPopup::tr("null");
    default:
        return {};
    }
}

CompletionPopup::CompletionPopup(QWidget *editor)
    : QFrame(editor, Qt::ToolTip)
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_help(new QLabel(this))
{
    setObjectName(QStringLiteral("completions"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(QStringLiteral("completionList"));
    m_list->setAccessibleName(tr("Completions"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_help->setObjectName(QStringLiteral("completionHelp"));
    m_help->setWordWrap(true);
    m_help->setContentsMargins(space::s, space::s, space::s, space::s);
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_help);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::explain);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::chosen);
}

void CompletionPopup::open(std::vector<Completion> completions, const QRect &line)
{
    m_completions = std::move(completions);
    m_model->clear();
    for (const Completion &completion : m_completions) {
        auto *row = new QStandardItem(completion.item.label);
        row->setData(QVariant::fromValue(completion.positions), positionsRole);
        row->setData(detailOf(completion.item), detailRole);
        row->setData(iconNameOf(completion.item), iconRole);
        row->setData(completion.item.label + QStringLiteral(", ") +
                         helpOf(completion.item).remove(QStringLiteral("<br>")),
                     Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
    m_list->setFixedHeight(std::min(mostRows, count()) * size::treeRow);
    m_list->setCurrentIndex(m_model->index(0, 0));
    explain();
    const Tokens &t = tokensOf(palette());
    m_help->setStyleSheet(QStringLiteral("color: %1; font-size: %2px; border-top: 1px solid %3;")
                              .arg(t.text2.name())
                              .arg(size::caption)
                              .arg(t.line.name()));
    setFixedWidth(popupWidth);
    m_help->setFixedHeight(std::max(m_help->heightForWidth(popupWidth - 2), int(size::input)));
    adjustSize();
    const QRect room = parentWidget()->screen()->availableGeometry();
    const int below = line.bottom() + space::xs;
    const int y = below + height() <= room.bottom() ? below : line.top() - space::xs - height();
    QFrame::move(std::clamp(line.left(), room.left(), std::max(room.left(), room.right() - width())),
                 std::max(room.top(), y));
    show();
    raise();
}

const Completion *CompletionPopup::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_completions[static_cast<std::size_t>(index.row())] : nullptr;
}

bool CompletionPopup::move(int key)
{
    const int row = m_list->currentIndex().row();
    const int last = count() - 1;
    int next = row;
    switch (key) {
    case Qt::Key_Up:
        next = row > 0 ? row - 1 : last;
        break;
    case Qt::Key_Down:
        next = row < last ? row + 1 : 0;
        break;
    case Qt::Key_PageUp:
        next = std::max(0, row - mostRows);
        break;
    case Qt::Key_PageDown:
        next = std::min(last, row + mostRows);
        break;
    default:
        return false;
    }
    m_list->setCurrentIndex(m_model->index(next, 0));
    return true;
}

void CompletionPopup::explain()
{
    const Completion *completion = current();
    m_help->setText(completion ? helpOf(completion->item) : QString());
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.setPen(t.lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tessera::designer
