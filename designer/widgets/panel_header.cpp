// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/panel_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "designer/style/icon.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

PanelHeader::PanelHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_layout(new QHBoxLayout(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", QStringLiteral("window"));
    setFolded(false);
    m_title->setProperty("role", QStringLiteral("strong"));
    m_layout->setContentsMargins(space::m, 0, space::s, 0);
    m_layout->setSpacing(2);
    m_layout->addWidget(m_title, 1);
}

void PanelHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PanelHeader::setFolded(bool folded)
{
    m_folded = folded;
    setFixedHeight(sizeHint().height());
    updateGeometry();
}

QSize PanelHeader::sizeHint() const
{
    return {QWidget::sizeHint().width(), m_folded ? 0 : size::treeRow + space::s};
}

QToolButton *PanelHeader::addButton(const QString &iconName, const QString &toolTip)
{
    QToolButton *button = makeIconButton(iconName, toolTip, this);
    m_layout->addWidget(button);
    return button;
}

QLabel *makeSectionLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

QToolButton *makeIconButton(const QString &iconName, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip.section(u'\n', 0, 0));
    button->setFixedSize(size::target, size::target);
    button->setAutoRaise(true);
    return button;
}

} // namespace tessera::designer
