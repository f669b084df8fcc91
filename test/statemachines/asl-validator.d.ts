declare module "asl-validator" {
  export default function validate(definition: unknown): {
    isValid: boolean;
    errors: { message: string }[];
    errorsText(separator?: string): string;
  };
}
