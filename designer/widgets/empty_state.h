// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tessera::designer {

// Says what a place is for while nothing is in it, and offers the one or two things to do next.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    // `compact` is for docks: a smaller title, tighter lines.
    EmptyState(const QString &iconName, const QString &title, const QString &text, bool compact = false,
               QWidget *parent = nullptr);

    // The first offer is the primary button. `keys` is shown behind the text: "Ctrl+O".
    QPushButton *addOffer(const QString &text, const QString &keys, std::function<void()> run);
    void setTexts(const QString &title, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QString m_iconName;
    bool m_compact;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QBoxLayout *m_offers;
};

} // namespace tessera::designer
