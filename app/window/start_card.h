// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPixmap>

namespace tessera::app {

// A picture with a title and a line below; a button in every other respect.
class StartCard : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int cardWidth = 216;
    static constexpr int cardHeight = 206;

    // `picture` may be null: then the icon stands in its place.
    StartCard(const QString &title, const QString &line, const QString &iconName, const QPixmap &picture,
              QWidget *parent = nullptr);

    void setPicture(const QPixmap &picture);

    QSize sizeHint() const override { return {cardWidth, cardHeight}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; // Enter too

private:
    QString m_line;
    QString m_iconName;
    QPixmap m_picture;
};

} // namespace tessera::app
