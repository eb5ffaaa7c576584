// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/graph/effect_picker.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "model/base/text.h"
#include "model/schema/catalogue.h"

namespace tessera::designer {

namespace {

constexpr int nameRole = Qt::UserRole;
constexpr int wordsRole = Qt::UserRole + 1;

} // namespace

EffectPicker::EffectPicker(const model::Catalogue &catalogue, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("effectPicker"));
    setProperty("surface", QStringLiteral("raised"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(320, 400);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::s);
    m_search->setObjectName(QStringLiteral("effectSearch"));
    m_search->setPlaceholderText(tr("Find an effect"));
    m_search->setAccessibleName(tr("Find an effect"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("effectList"));
    m_list->setAccessibleName(tr("Effects"));
    m_list->setUniformItemSizes(true);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    for (const model::KindSpec &effect : catalogue.all(model::Family::Effect)) {
        if (effect.code == model::CodeSupport::No || effect.code == model::CodeSupport::ReadOnly)
            continue;
        auto *item = new QListWidgetItem(icon(effect.icon.isEmpty() ? QStringLiteral("workflow") : effect.icon),
                                         effect.label, m_list);
        item->setData(nameRole, model::toQString(effect.name));
        item->setData(
            wordsRole,
            QStringList{effect.label, effect.keywords, effect.help, model::toQString(effect.name)}.join(u' '));
        item->setToolTip(effect.gate.isEmpty() ? effect.help : effect.help + u'\n' + effect.gate);
    }
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &EffectPicker::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &EffectPicker::pick);
    connect(m_list, &QListWidget::itemClicked, this, &EffectPicker::pick);
    filter({});
}

void EffectPicker::openAt(const QPoint &global)
{
    QPoint at = global;
    if (const QScreen *screen = QGuiApplication::screenAt(global)) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(at);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EffectPicker::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const QString haystack = item->data(wordsRole).toString();
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return haystack.contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!fits);
        if (fits && !first)
            first = item;
    }
    m_list->setCurrentItem(first);
}

void EffectPicker::pick()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    const QString effect = item->data(nameRole).toString();
    close();
    Q_EMIT picked(effect);
}

bool EffectPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        for (int row = m_list->currentRow() + step; step && row >= 0 && row < m_list->count(); row += step) {
            if (!m_list->item(row)->isHidden()) {
                m_list->setCurrentRow(row);
                break;
            }
        }
        if (step)
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace tessera::designer
