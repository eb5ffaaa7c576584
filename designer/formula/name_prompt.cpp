// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/name_prompt.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include "designer/style/theme.h"

namespace tessera::designer {

NamePrompt::NamePrompt(QWidget *parent, const QString &title, const QString &name)
    : QFrame(parent, Qt::Popup)
    , m_field(new QLineEdit(name, this))
    , m_refusal(new QLabel(this))
{
    setObjectName(QStringLiteral("namePrompt"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::m, space::m);
    layout->setSpacing(space::xs);
    auto *label = new QLabel(title, this);
    label->setProperty("role", QStringLiteral("caption"));
    label->setBuddy(m_field);
    layout->addWidget(label);
    m_field->setObjectName(QStringLiteral("newName"));
    m_field->setAccessibleName(title);
    m_field->setMinimumWidth(260);
    m_field->selectAll();
    layout->addWidget(m_field);
    m_refusal->setWordWrap(true);
    m_refusal->setStyleSheet(QStringLiteral("color: %1; font-size: %2px;")
                                 .arg(tokensOf(QApplication::palette()).danger.name())
                                 .arg(size::caption));
    m_refusal->hide();
    layout->addWidget(m_refusal);
    connect(m_field, &QLineEdit::returnPressed, this, &NamePrompt::take);
}

void NamePrompt::open(const QRect &line)
{
    adjustSize();
    const QRect room = parentWidget()->screen()->availableGeometry();
    const int below = line.bottom() + space::xs;
    const int y = below + height() <= room.bottom() ? below : line.top() - space::xs - height();
    move(std::clamp(line.left(), room.left(), std::max(room.left(), room.right() - width())), y);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void NamePrompt::take()
{
    const QString refusal = accept ? accept(m_field->text().trimmed()) : QString();
    if (refusal.isEmpty()) {
        close();
        return;
    }
    m_refusal->setText(refusal);
    m_refusal->show();
    adjustSize();
}

void NamePrompt::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.setPen(t.lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tessera::designer
