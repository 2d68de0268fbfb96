// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_command.hpp"

#include <fmt/format.h>

#include "app/doctor_checks.hpp"
#include "app/failure.hpp"
#include "json/json.hpp"

namespace headway::app {
namespace {

struct Diagnosis {
    std::string status;
    std::vector<api::HealthCheck> checks;
};
BOOST_DESCRIBE_STRUCT(Diagnosis, (), (status, checks))

std::string painted(const std::string& status, bool colour) {
    const std::string padded = fmt::format("{:<8}", status);
    if (!colour) return padded;
    const char* code = status == "ok" ? "32" : status == "failing" ? "31" : status == "warning" ? "33" : "2";
    return fmt::format("\x1b[{}m{}\x1b[0m", code, padded);
}

void print(const Diagnosis& diagnosis, Streams& streams) {
    for (const api::HealthCheck& check : diagnosis.checks) {
        streams.out << fmt::format("{} {:<14} {}\n", painted(check.status, streams.colour), check.name,
                                   check.detail);
        if (check.fix) streams.out << fmt::format("{:24}→ {}\n", "", *check.fix);
    }
}

}  // namespace

int run_doctor(const SettingValues& settings, DoctorFormat format, Streams& streams) {
    const auto configuration = load_configuration(settings);
    if (!configuration) return report_failure(streams, configuration.error());
    Diagnosis out;
    for (const auto& checks : {check_machine(*configuration), check_database(*configuration),
                               check_public_side(*configuration), check_outside(*configuration)})
        out.checks.insert(out.checks.end(), checks.begin(), checks.end());
    out.status = api::worst_of(out.checks);
    if (format == DoctorFormat::json) {
        streams.out << json::to_json(out) << '\n';
    } else {
        print(out, streams);
    }
    return out.status == "failing" ? our_fault : done;
}

}  // namespace headway::app
