// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/empty_state.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::designer {

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text, bool compact,
                       QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_compact(compact)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(title, this))
    , m_text(new QLabel(text, this))
    , m_offers(new QHBoxLayout)
{
    m_title->setProperty("role", compact ? QStringLiteral("strong") : QStringLiteral("emptyTitle"));
    m_text->setProperty("role", QStringLiteral("secondary"));
    for (QLabel *label : {m_icon, m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(compact ? 260 : 440);
    m_offers->setSpacing(space::s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(compact ? space::xs : space::s);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(space::xs);
    layout->addWidget(m_title);
    auto *row = new QHBoxLayout; // a wrapping label needs its width from the row, not from its text
    row->addStretch(1);
    row->addWidget(m_text, 100);
    row->addStretch(1);
    layout->addLayout(row);
    auto *offers = new QHBoxLayout;
    offers->addStretch(1);
    offers->addLayout(m_offers);
    offers->addStretch(1);
    layout->addSpacing(compact ? space::xs : space::s);
    layout->addLayout(offers);
    layout->addStretch(3);
    tint();
}

QPushButton *EmptyState::addOffer(const QString &text, const QString &keys, std::function<void()> run)
{
    auto *button = new QPushButton(keys.isEmpty() ? text : QStringLiteral("%1  %2").arg(text, keys), this);
    if (m_offers->count() == 0)
        button->setProperty("role", QStringLiteral("primary"));
    button->setAccessibleName(text);
    button->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
    connect(button, &QPushButton::clicked, this, [go = std::move(run)] { go(); });
    m_offers->addWidget(button);
    return button;
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QWidget::changeEvent(event);
}

void EmptyState::tint()
{
    const int side = m_compact ? space::xl : space::xxl;
    m_icon->setPixmap(iconPixmap(m_iconName, side, tokensOf(palette()).text3, devicePixelRatioF()));
}

} // namespace tessera::designer
