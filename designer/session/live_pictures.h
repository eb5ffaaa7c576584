// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "designer/paint/picture_source.h"

namespace tessera::designer {

// The pictures of web addresses as the views share them. Asking for one sets it on its way; `changed` tells when
// something else is known. Lives on the interface thread.
class LivePictures : public QObject, public PictureSource
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Whether pictures may be fetched. Those that were once are shown in any case.
    virtual bool isAllowed() const = 0;
    virtual void setAllowed(bool allowed) = 0;

Q_SIGNALS:
    void changed();
    void allowedChanged(bool allowed);
};

} // namespace tessera::designer
