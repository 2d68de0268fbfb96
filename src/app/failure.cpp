// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/failure.hpp"

namespace headway::app {

int report_failure(Streams& streams, const Error& error) {
    streams.err << "headway: " << error.message() << ".\n";
    return error.code == ErrorCode::internal ? our_fault : unreadable_input;
}

int report_wrong_setting(Streams& streams, const Error& error) {
    (void)report_failure(streams, error);
    return wrong_usage;
}

}  // namespace headway::app
