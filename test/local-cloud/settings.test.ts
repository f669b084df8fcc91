import { describe, expect, it } from "@jest/globals";
import { readSettings, usage } from "#local-cloud/settings.ts";

const read = (args: string[], environment = {}) => readSettings(args, environment, "/home/you");

describe("the settings of the local cloud", () => {
  it("have defaults", () => {
    expect(read([])).toEqual({ port: 4566, data: "/home/you/.local-cloud", region: "us-east-1" });
  });

  it("are read from arguments, and from variables for what is not given there", () => {
    const variables = {
      LOCAL_CLOUD_PORT: "5000",
      LOCAL_CLOUD_DATA: "/data",
      LOCAL_CLOUD_REGION: "",
      PORT: "1",
    };
    expect(read(["--port", "0", "--catalogue=shop/catalogue.ts"], variables)).toEqual({
      port: 0,
      data: "/data",
      region: "us-east-1",
      catalogue: "/home/you/shop/catalogue.ts",
    });
  });

  it.each<[string[], object, string]>([
    [["--prot", "1"], {}, "unknown setting '--prot': the settings are --port, --data, --region, --catalogue"],
    [["serve"], {}, "unknown setting 'serve'"],
    [
      [],
      { LOCAL_CLOUD_PROT: "1" },
      "unknown setting 'LOCAL_CLOUD_PROT': the settings are LOCAL_CLOUD_PORT, ",
    ],
    [["--port"], {}, "--port needs a number"],
    [["--data="], {}, "--data needs a folder"],
    [["--port", "1", "--port=2"], {}, "--port is given twice"],
    [["--port", "65536"], {}, "--port must be a port from 0 to 65535, not '65536'"],
    [[], { LOCAL_CLOUD_PORT: "http" }, "LOCAL_CLOUD_PORT must be a port from 0 to 65535, not 'http'"],
    [["--region", "Europe"], {}, "--region must be the name of a region, such as us-east-1, not 'Europe'"],
  ])("are refused with their name: %j %j", (args, environment, sentence) => {
    expect(() => read(args, environment)).toThrow(sentence);
  });

  it("are listed by --help", () => {
    for (const name of ["port", "data", "region", "catalogue"])
      expect(usage()).toMatch(new RegExp(`--${name} <\\w+> +LOCAL_CLOUD_${name.toUpperCase()} `));
  });
});
