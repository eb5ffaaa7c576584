// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMetaType>
#include <QString>

namespace tessera::designer {

// What is known of the picture at an address.
struct Picture
{
    enum class State
    {
        Unknown, // nobody looks for pictures here
        Ready,
        Waiting,    // on its way
        NotAllowed, // it would have to be fetched, and that is not allowed
        Failed,
    };
    State state = State::Unknown;
    QImage image;
    QString why = {}; // Failed: for a person
};

// Where painters find the pictures of web addresses. Never blocks for a network.
class PictureSource
{
public:
    virtual ~PictureSource() = default;
    virtual Picture picture(const QString &address) const = 0;
};

} // namespace tessera::designer

Q_DECLARE_METATYPE(tessera::designer::Picture)
