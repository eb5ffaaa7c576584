// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/command_palette.h"

#include <algorithm>

#include <QApplication>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/widgets/search_field.h"
#include "model/base/fuzzy.h"

namespace tessera::designer {

namespace {

constexpr int paletteWidth = 600;
constexpr int rowsShown = 11;
constexpr int rowHeight = 34;
constexpr int rowsWithout = 4; // room for saying that nothing was found
enum Role
{
    IndexRole = Qt::UserRole + 1, // into the commands
    PositionsRole,
    DetailRole,
    ShortcutRole,
    UnavailableRole,
};

// Icon, title with the matched letters strong, detail; the keys on the right.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {paletteWidth, rowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const bool available = index.data(UnavailableRole).toString().isEmpty();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(space::xs, 1, -space::xs, -1);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.accentSoft);
            painter->drawRoundedRect(row, size::radius, size::radius);
        }
        const int middle = row.center().y();
        qvariant_cast<QIcon>(index.data(Qt::DecorationRole))
            .paint(painter, QRect(row.left() + space::s, middle - 7, size::icon, size::icon), Qt::AlignCenter,
                   available ? QIcon::Normal : QIcon::Disabled);
        int right = row.right() - space::s;
        right = drawKeys(painter, option, tokens, index.data(ShortcutRole).toString(), right, row);
        const int left = drawTitle(painter, option, index,
                                   QRect(row.left() + 2 * space::m + size::icon - space::s, row.top(),
                                         right - row.left() - 2 * space::xl, row.height()),
                                   available ? tokens.text : tokens.text3);
        painter->setFont(option.font);
        painter->setPen(tokens.text3);
        const QString note = available ? index.data(DetailRole).toString() : index.data(UnavailableRole).toString();
        const QRect rest(left + space::m, row.top(), right - left - 2 * space::m, row.height());
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(option.font).elidedText(note, Qt::ElideRight, rest.width()));
        painter->restore();
    }

private:
    static int drawKeys(QPainter *painter, const QStyleOptionViewItem &option, const Tokens &tokens,
                        const QString &keys, int right, const QRect &row)
    {
        if (keys.isEmpty())
            return right;
        QFont font = option.font;
        font.setPixelSize(size::caption);
        painter->setFont(font);
        const int width = QFontMetrics(font).horizontalAdvance(keys) + 2 * (space::xs + 2);
        const QRectF cap(right - width + 0.5, row.center().y() - 9.5, width - 1, 20);
        painter->setPen(tokens.line);
        painter->setBrush(tokens.window);
        painter->drawRoundedRect(cap, 4, 4);
        painter->setPen(tokens.text2);
        painter->drawText(cap, Qt::AlignCenter, keys);
        return right - width - space::s;
    }

    static int drawTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                         const QRect &rect, const QColor &color)
    {
        const QString title = index.data(Qt::DisplayRole).toString();
        const auto positions = index.data(PositionsRole).value<QList<int>>();
        QFont strong = option.font;
        strong.setBold(true);
        painter->setPen(color);
        int x = rect.left();
        for (int i = 0; i < title.size() && x < rect.right();) {
            const bool hit = positions.contains(i);
            int end = i;
            while (end < title.size() && positions.contains(end) == hit)
                ++end;
            const QString piece = title.mid(i, end - i);
            painter->setFont(hit ? strong : option.font);
            const int width = painter->fontMetrics().horizontalAdvance(piece);
            painter->drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                              piece);
            x += width;
            i = end;
        }
        return x;
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent)
    , m_field(new SearchField(tr("Type a command, page or element"), this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing has that name. Try fewer letters."), this))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    m_field->setObjectName(QStringLiteral("commandPaletteField"));
    m_list->setObjectName(QStringLiteral("commandPaletteList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(this));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setProperty("role", QStringLiteral("secondary"));
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this] { refilter(); });
    connect(m_list, &QListView::clicked, this, [this] { runCurrent(); });
    m_field->installEventFilter(this);
    parent->installEventFilter(this);
    hide();
}

void CommandPalette::open(QList<Command> commands, const QString &filter)
{
    m_commands = std::move(commands);
    m_before = QApplication::focusWidget();
    m_field->setText(filter);
    refilter();
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

int CommandPalette::visibleCount() const
{
    return m_model->rowCount();
}

void CommandPalette::place()
{
    const QSize area = parentWidget()->size();
    const int width = qMin(paletteWidth, area.width() - 2 * space::xl);
    const int rows = m_model->rowCount() == 0 ? rowsWithout : qMin(m_model->rowCount(), rowsShown);
    const int height = qMin(rows * rowHeight + size::input + 3 * space::m, area.height() * 3 / 4);
    setGeometry((area.width() - width) / 2, qMax<int>(space::xl, area.height() / 8), width, height);
}

void CommandPalette::refilter()
{
    struct Hit
    {
        int index;
        model::FuzzyMatch match;
    };
    std::vector<Hit> hits;
    const QString pattern = m_field->text();
    for (int i = 0; i < m_commands.size(); ++i) {
        if (auto match = model::fuzzyMatch(pattern, m_commands.at(i).title))
            hits.push_back({i, std::move(*match)});
    }
    std::stable_sort(hits.begin(), hits.end(), [this](const Hit &a, const Hit &b) {
        const bool canA = m_commands.at(a.index).unavailable.isEmpty();
        const bool canB = m_commands.at(b.index).unavailable.isEmpty();
        return canA != canB ? canA : a.match.score > b.match.score;
    });
    m_model->clear();
    for (const Hit &hit : hits) {
        const Command &command = m_commands.at(hit.index);
        auto *item = new QStandardItem(command.icon, command.title);
        item->setData(hit.index, IndexRole);
        item->setData(QVariant::fromValue(hit.match.positions), PositionsRole);
        item->setData(command.detail, DetailRole);
        item->setData(command.shortcut.toString(QKeySequence::NativeText), ShortcutRole);
        item->setData(command.unavailable, UnavailableRole);
        item->setData(QStringLiteral("%1, %2").arg(command.title, command.detail), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setVisible(!hits.empty());
    m_nothing->setVisible(hits.empty());
    place(); // as high as what was found
    if (!hits.empty())
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !current.data(UnavailableRole).toString().isEmpty())
        return;
    const std::function<void()> run = m_commands.at(current.data(IndexRole).toInt()).run;
    dismiss();
    if (run)
        run();
}

void CommandPalette::dismiss()
{
    QPointer<QWidget> before = m_before;
    m_before = nullptr;
    hide();
    if (before && before->isVisible())
        before->setFocus();
    m_commands.clear();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        hide();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            dismiss();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.lineStrong);
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::popoverRadius, size::popoverRadius);
}

} // namespace tessera::designer
