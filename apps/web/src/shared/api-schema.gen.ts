// Written by scripts/generate-web-client.ts from the routes. Not to be changed by hand.

export interface paths {
  "/api/accounts": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AccountList"];
          };
        };
      };
    };
  };
  "/api/accounts/{code}/ledger": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          limit?: string;
          to?: components["schemas"]["DayInput"];
        };
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AccountLedger"];
          };
        };
      };
    };
  };
  "/api/accounts/{code}/ledger.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          limit?: string;
          to?: components["schemas"]["DayInput"];
        };
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/admin/audit": {
    get: {
      parameters: {
        query?: {
          action?: string;
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          limit?: string;
          q?: string;
          subjectId?: string;
          subjectKind?: string;
          to?: components["schemas"]["DayInput"];
          userId?: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AuditList"];
          };
        };
      };
    };
  };
  "/api/admin/audit.csv": {
    get: {
      parameters: {
        query?: {
          action?: string;
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          limit?: string;
          q?: string;
          subjectId?: string;
          subjectKind?: string;
          to?: components["schemas"]["DayInput"];
          userId?: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/admin/dashboard/application-ages": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DashboardApplicationAges"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/books": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BooksAgreement"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/books/{code}": {
    get: {
      parameters: {
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ControlAccountRows"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/cash-flow": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DashboardCashFlow"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/exceptions": {
    get: {
      parameters: {
        query?: {
          since?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DashboardExceptions"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/expected-people": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ExpectedPeople"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/first-steps": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["FirstSteps"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/growth": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DashboardGrowth"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/installation": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["InstallationState"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/maturities": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DashboardMaturities"];
          };
        };
      };
    };
  };
  "/api/admin/dashboard/stats": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DashboardStats"];
          };
        };
      };
    };
  };
  "/api/admin/exceptions": {
    get: {
      parameters: {
        query: {
          cursor?: string;
          kind: "reversal" | "back-dated" | "after-day" | "cash-difference" | "cash-above-limit";
          limit?: string;
          since?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ExceptionList"];
          };
        };
      };
    };
  };
  "/api/admin/member-requests": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          sort?: "submittedAt" | "-submittedAt";
          status?: "submitted" | "returned" | "approved" | "rejected" | "all";
          submittedFrom?: components["schemas"]["DayInput"];
          submittedTo?: components["schemas"]["DayInput"];
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ApplicationList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["RegisterWalkInBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["RegisteredAnswer"];
          };
        };
      };
    };
  };
  "/api/admin/member-requests.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          sort?: "submittedAt" | "-submittedAt";
          status?: "submitted" | "returned" | "approved" | "rejected" | "all";
          submittedFrom?: components["schemas"]["DayInput"];
          submittedTo?: components["schemas"]["DayInput"];
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/admin/member-requests/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ApplicationView"];
          };
        };
      };
    };
  };
  "/api/admin/member-requests/{id}/approve": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ApproveApplicationBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ApprovedAnswer"];
          };
        };
      };
    };
  };
  "/api/admin/member-requests/{id}/files": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PersonFileList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query: {
          kind: components["schemas"]["FileKind"];
          replaces?: components["schemas"]["FileIdInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            blackout?: string;
            expiresOn?: string;
            /** Format: binary */
            file: string;
            issuedOn?: string;
            number?: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["AddedFile"];
          };
        };
      };
    };
  };
  "/api/admin/member-requests/{id}/files/{fileId}/removal": {
    post: {
      parameters: {
        path: {
          fileId: components["schemas"]["FileIdInput"];
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["FileRemovalBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/admin/member-requests/{id}/reject": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReasonBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/admin/member-requests/{id}/return": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReasonBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/admin/roles": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RoleList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["CopyRoleBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["RoleView"];
          };
        };
      };
    };
  };
  "/api/admin/roles/{code}": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeRoleBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/admin/users": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          status?: "active" | "suspended" | "closed";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["StaffUserList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["CreateStaffUserBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["CreatedStaffUser"];
          };
        };
      };
    };
  };
  "/api/admin/users.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          status?: "active" | "suspended" | "closed";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/admin/users/{id}": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeStaffUserBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["StaffUserView"];
          };
        };
      };
    };
  };
  "/api/admin/users/{id}/one-time-code": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["IssuedCode"];
          };
        };
      };
    };
  };
  "/api/admin/users/{id}/role-changes": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeUserRoleBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/admin/users/{id}/sessions": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SessionList"];
          };
        };
      };
    };
  };
  "/api/approvals": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: "withdrawal" | "transfer" | "voucher" | "reversal" | "member-status" | "member-details" | "member-picture" | "member-staff" | "setting" | "fee" | "deposit-product" | "term-product" | "term-opening" | "term-closure" | "deposit-restriction" | "restriction-lift" | "deposit-reactivation" | "deposit-holders" | "deposit-nominees" | "role" | "user-role" | "till-limit" | "agent-commission" | "agent-terms" | "loan-disbursement" | "guarantor-substitution" | "guarantor-recovery" | "sanction-levels" | "collateral-receipt" | "collateral-release" | "loan-measure" | "loan-measure-reversal" | "loan-product" | "bank-line" | "payment-gateway" | "sms-provider" | "sms-template";
          limit?: string;
          sort?: "requestedAt" | "-requestedAt";
          status?: "pending" | "approved" | "rejected" | "withdrawn" | "all";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ApprovalList"];
          };
        };
      };
    };
  };
  "/api/approvals.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: "withdrawal" | "transfer" | "voucher" | "reversal" | "member-status" | "member-details" | "member-picture" | "member-staff" | "setting" | "fee" | "deposit-product" | "term-product" | "term-opening" | "term-closure" | "deposit-restriction" | "restriction-lift" | "deposit-reactivation" | "deposit-holders" | "deposit-nominees" | "role" | "user-role" | "till-limit" | "agent-commission" | "agent-terms" | "loan-disbursement" | "guarantor-substitution" | "guarantor-recovery" | "sanction-levels" | "collateral-receipt" | "collateral-release" | "loan-measure" | "loan-measure-reversal" | "loan-product" | "bank-line" | "payment-gateway" | "sms-provider" | "sms-template";
          limit?: string;
          sort?: "requestedAt" | "-requestedAt";
          status?: "pending" | "approved" | "rejected" | "withdrawn" | "all";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/approvals/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ApprovalView"];
          };
        };
      };
    };
  };
  "/api/approvals/{id}/approval": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["DecideBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DecidedAnswer"];
          };
        };
      };
    };
  };
  "/api/approvals/{id}/loan-plans": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AskedPlans"];
          };
        };
      };
    };
  };
  "/api/approvals/{id}/rejection": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RefuseBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DecidedAnswer"];
          };
        };
      };
    };
  };
  "/api/approvals/{id}/withdrawal": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DecidedAnswer"];
          };
        };
      };
    };
  };
  "/api/auth/admin/login": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["LoginBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TokenAnswer"];
          };
        };
      };
    };
  };
  "/api/auth/login-history": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoginHistory"];
          };
        };
      };
    };
  };
  "/api/auth/logout": {
    post: {
      requestBody?: {
        content: {
          "application/json": components["schemas"]["RefreshBody"] | null;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/auth/member/login": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["LoginBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TokenAnswer"];
          };
        };
      };
    };
  };
  "/api/auth/password/change": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangePasswordBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/auth/password/forgot": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ForgotPasswordBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/auth/password/reset": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ResetPasswordBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/auth/refresh": {
    post: {
      requestBody?: {
        content: {
          "application/json": components["schemas"]["RefreshBody"] | null;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TokenAnswer"];
          };
        };
      };
    };
  };
  "/api/auth/sessions": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SessionList"];
          };
        };
      };
    };
  };
  "/api/auth/sessions/{sessionId}": {
    delete: {
      parameters: {
        path: {
          sessionId: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/auth/totp/confirmation": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["TotpCodeBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/auth/totp/enrolment": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["TotpEnrolmentBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TotpEnrolment"];
          };
        };
      };
    };
  };
  "/api/auth/totp/removal": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["TotpRemovalBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/bank-lines": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          statementId?: components["schemas"]["IdInput"];
          status?: components["schemas"]["BankLineStatus"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankLineList"];
          };
        };
      };
    };
  };
  "/api/bank-lines/{id}/allotment": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AllotBankLineBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankLineActAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["BankLineActAnswer"];
          };
        };
      };
    };
  };
  "/api/bank-lines/{id}/retry": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankLineRow"];
          };
        };
      };
    };
  };
  "/api/bank-lines/{id}/return": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReturnBankLineBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankLineActAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["BankLineActAnswer"];
          };
        };
      };
    };
  };
  "/api/bank-lines/{id}/suggestions": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankLineSuggestions"];
          };
        };
      };
    };
  };
  "/api/bank-reconciliation": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankReconciliation"];
          };
        };
      };
    };
  };
  "/api/bank-statements": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankStatementList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ImportStatementBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ImportStatementAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["ImportStatementAnswer"];
          };
        };
      };
    };
  };
  "/api/bank-statements/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BankStatementView"];
          };
        };
      };
    };
  };
  "/api/business-day": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BusinessDayState"];
          };
        };
      };
    };
  };
  "/api/business-days": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["BusinessDayList"];
          };
        };
      };
    };
  };
  "/api/business-days/{date}/closing": {
    post: {
      parameters: {
        path: {
          date: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CloseDayAnswer"];
          };
        };
      };
    };
  };
  "/api/collections": {
    get: {
      parameters: {
        query?: {
          agentId?: components["schemas"]["IdInput"];
          cursor?: string;
          depositId?: components["schemas"]["IdInput"];
          from?: components["schemas"]["DayInput"];
          limit?: string;
          to?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CollectionList"];
          };
        };
      };
    };
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CollectBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["CollectAnswer"];
          };
        };
      };
    };
  };
  "/api/collections/accounts": {
    get: {
      parameters: {
        query?: {
          agentId?: components["schemas"]["IdInput"];
          cursor?: string;
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          q?: string;
          routeId?: components["schemas"]["IdInput"];
          sort?: "accountNumber" | "maturesOn" | "position";
          status?: "active" | "closed";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DailyAccountList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["OpenDailyAccountBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["DailyAccountView"];
          };
        };
      };
    };
  };
  "/api/collections/accounts/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DailyAccountView"];
          };
        };
      };
    };
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeDailyAccountBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DailyAccountView"];
          };
        };
      };
    };
  };
  "/api/collections/agents": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AgentList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["RegisterAgentBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["AgentView"];
          };
        };
      };
    };
  };
  "/api/collections/agents/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AgentView"];
          };
        };
      };
    };
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeAgentBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AgentView"];
          };
        };
      };
    };
  };
  "/api/collections/agents/{id}/commission": {
    get: {
      parameters: {
        query: {
          month: components["schemas"]["MonthInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CommissionView"];
          };
        };
      };
    };
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["PayCommissionBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PayCommissionAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["PayCommissionAnswer"];
          };
        };
      };
    };
  };
  "/api/collections/agents/{id}/commission.pdf": {
    get: {
      parameters: {
        query: {
          language?: components["schemas"]["LanguageCode"];
          month: components["schemas"]["MonthInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/collections/agents/{id}/handovers": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["HandOverBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["HandOverAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["HandOverAnswer"];
          };
        };
      };
    };
  };
  "/api/collections/agents/{id}/retirement": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RetireAgentBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["AgentView"];
          };
        };
      };
    };
  };
  "/api/collections/agents/{id}/terms": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AgentTermsList"];
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AskAgentTermsBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["AskedAgentTerms"];
          };
        };
      };
    };
  };
  "/api/collections/agents/candidates": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AgentCandidates"];
          };
        };
      };
    };
  };
  "/api/collections/handovers": {
    get: {
      parameters: {
        query?: {
          agentId?: components["schemas"]["IdInput"];
          cursor?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["HandoverList"];
          };
        };
      };
    };
  };
  "/api/collections/own": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["OwnRound"];
          };
        };
      };
    };
  };
  "/api/collections/own/commission": {
    get: {
      parameters: {
        query: {
          month: components["schemas"]["MonthInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CommissionView"];
          };
        };
      };
    };
  };
  "/api/collections/own/receipts": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          depositId?: components["schemas"]["IdInput"];
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CollectionList"];
          };
        };
      };
    };
  };
  "/api/collections/routes": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CollectionRouteList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["CreateCollectionRouteBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["CollectionRouteView"];
          };
        };
      };
    };
  };
  "/api/collections/routes/{id}": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeCollectionRouteBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CollectionRouteView"];
          };
        };
      };
    };
  };
  "/api/collections/routes/{id}/order": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["WalkingOrderBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CollectionRouteView"];
          };
        };
      };
    };
  };
  "/api/collections/sheets": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CollectionSheetBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["CollectionSheetAnswer"];
          };
        };
      };
    };
  };
  "/api/counter/members": {
    get: {
      parameters: {
        query: {
          q: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CounterSearch"];
          };
        };
      };
    };
  };
  "/api/counter/members/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CounterMember"];
          };
        };
      };
    };
  };
  "/api/day-book": {
    get: {
      parameters: {
        query: {
          cursor?: string;
          limit?: string;
          on: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DayBook"];
          };
        };
      };
    };
  };
  "/api/day-book.csv": {
    get: {
      parameters: {
        query: {
          cursor?: string;
          limit?: string;
          on: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/day-end": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DayEndState"];
          };
        };
      };
    };
  };
  "/api/day-ends": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DayEndList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["StartDayEndBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["StartedDayEnd"];
          };
        };
      };
    };
  };
  "/api/day-ends/{date}": {
    get: {
      parameters: {
        path: {
          date: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DayEndDetails"];
          };
        };
      };
    };
  };
  "/api/day-ends/{date}/retries": {
    post: {
      parameters: {
        path: {
          date: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RetriedDayEnd"];
          };
        };
      };
    };
  };
  "/api/deliveries": {
    get: {
      parameters: {
        query?: {
          channel?: "email" | "sms";
          cursor?: string;
          limit?: string;
          state?: "open" | "trouble" | "sent" | "all";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DeliveryList"];
          };
        };
      };
    };
  };
  "/api/deliveries/{id}/retry": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/deliveries/overview": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DeliveryOverview"];
          };
        };
      };
    };
  };
  "/api/demand-list": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          employerId?: components["schemas"]["IdInput"];
          limit?: string;
          locality?: string;
          q?: string;
          until?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DemandList"];
          };
        };
      };
    };
  };
  "/api/demand-list.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          employerId?: components["schemas"]["IdInput"];
          limit?: string;
          locality?: string;
          q?: string;
          until?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/demand-list/groups": {
    get: {
      parameters: {
        query: {
          by: "employer" | "locality";
          until?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DemandGroups"];
          };
        };
      };
    };
  };
  "/api/deposit-products": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositProductList"];
          };
        };
      };
    };
  };
  "/api/deposit-products/{code}": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeProductBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/deposit-products/{code}/history": {
    get: {
      parameters: {
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ProductHistory"];
          };
        };
      };
    };
  };
  "/api/deposit-products/rules": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ProductRuleList"];
          };
        };
      };
    };
  };
  "/api/deposit-requests": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TermRequestList"];
          };
        };
      };
    };
  };
  "/api/deposit-requests/{id}/withdrawal": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TermRequestView"];
          };
        };
      };
    };
  };
  "/api/deposits": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          irregular?: components["schemas"]["FlagQuery"];
          kind?: "savings" | "current" | "salary" | "thrift" | "daily" | "goal" | "optional" | "emergency" | "fixed" | "recurring" | "unclaimed";
          limit?: string;
          maturesFrom?: components["schemas"]["DayInput"];
          maturesTo?: components["schemas"]["DayInput"];
          memberId?: components["schemas"]["IdInput"];
          q?: string;
          sort?: "accountNumber" | "-accountNumber" | "openedOn" | "-openedOn" | "maturesOn" | "-maturesOn";
          status?: components["schemas"]["DepositStatus"];
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["OpenDepositBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["OpenDepositAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["OpenDepositAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["OpenDepositAnswer"];
          };
        };
      };
    };
  };
  "/api/deposits.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          irregular?: components["schemas"]["FlagQuery"];
          kind?: "savings" | "current" | "salary" | "thrift" | "daily" | "goal" | "optional" | "emergency" | "fixed" | "recurring" | "unclaimed";
          limit?: string;
          maturesFrom?: components["schemas"]["DayInput"];
          maturesTo?: components["schemas"]["DayInput"];
          memberId?: components["schemas"]["IdInput"];
          q?: string;
          sort?: "accountNumber" | "-accountNumber" | "openedOn" | "-openedOn" | "maturesOn" | "-maturesOn";
          status?: components["schemas"]["DepositStatus"];
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/deposits/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositDetail"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/certificate.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/deposits/{id}/closure": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CloseTermDepositBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CloseTermDepositAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["CloseTermDepositAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["CloseTermDepositAnswer"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/explanation": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositExplanation"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/holders": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeHoldersBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["AskedForApproval"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/interest": {
    get: {
      parameters: {
        query?: {
          entryId?: components["schemas"]["IdInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositInterest"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/nominees": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["NameNomineesBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["AskedForApproval"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/paid-days": {
    get: {
      parameters: {
        query?: {
          on?: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaidDays"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/passbook": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          limit?: string;
          q?: string;
          to?: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Passbook"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/reactivation": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReactivateBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["AskedForApproval"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/restrictions": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositRestrictionList"];
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RestrictDepositBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["AskedForApproval"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/restrictions/{restrictionId}/lift": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
          restrictionId: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["LiftRestrictionBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["AskedForApproval"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/statement.csv": {
    get: {
      parameters: {
        query: {
          from: components["schemas"]["DayInput"];
          language?: components["schemas"]["LanguageCode"];
          to: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/deposits/{id}/statement.pdf": {
    get: {
      parameters: {
        query: {
          from: components["schemas"]["DayInput"];
          language?: components["schemas"]["LanguageCode"];
          to: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/deposits/{id}/transfers": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["TransferBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TransferAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["TransferAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["TransferAnswer"];
          };
        };
      };
    };
  };
  "/api/deposits/{id}/withdrawals": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["WithdrawBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["WithdrawAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["WithdrawAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["WithdrawAnswer"];
          };
        };
      };
    };
  };
  "/api/deposits/quote": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["DepositQuoteBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositQuoteAnswer"];
          };
        };
      };
    };
  };
  "/api/employers": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["EmployerList"];
          };
        };
      };
    };
    post: {
      parameters: {
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AddEmployerBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": {
              id: string;
            };
          };
        };
      };
    };
  };
  "/api/employers/{id}": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RenameEmployerBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["EmployerList"];
          };
        };
      };
    };
  };
  "/api/fees": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["FeeList"];
          };
        };
      };
    };
  };
  "/api/fees/{code}": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeFeeBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/fees/{code}/history": {
    get: {
      parameters: {
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["FeeHistory"];
          };
        };
      };
    };
  };
  "/api/files/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["FileIdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "*/*": string;
          };
        };
      };
    };
  };
  "/api/holidays": {
    get: {
      parameters: {
        query?: {
          year?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["HolidayYear"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["AddHolidayBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["HolidayView"];
          };
        };
      };
    };
  };
  "/api/holidays/{day}": {
    delete: {
      parameters: {
        path: {
          day: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/holidays/import": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ImportHolidaysBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ImportedHolidays"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["ImportedHolidays"];
          };
        };
      };
    };
  };
  "/api/interest-tax": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          part?: "year" | "q1" | "q2" | "q3" | "q4" | "m1" | "m2" | "m3" | "m4" | "m5" | "m6" | "m7" | "m8" | "m9" | "m10" | "m11" | "m12";
          q?: string;
          sort?: "memberNumber" | "-memberNumber";
          total?: components["schemas"]["FlagQuery"];
          who?: "all" | "withheld" | "declared" | "without-pan";
          year?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["InterestTaxList"];
          };
        };
      };
    };
  };
  "/api/interest-tax.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          part?: "year" | "q1" | "q2" | "q3" | "q4" | "m1" | "m2" | "m3" | "m4" | "m5" | "m6" | "m7" | "m8" | "m9" | "m10" | "m11" | "m12";
          q?: string;
          sort?: "memberNumber" | "-memberNumber";
          total?: components["schemas"]["FlagQuery"];
          who?: "all" | "withheld" | "declared" | "without-pan";
          year?: string;
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/journal-entries/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["JournalEntryView"];
          };
        };
      };
    };
  };
  "/api/journal-entries/{id}/explanation": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DepositExplanation"];
          };
        };
      };
    };
  };
  "/api/journal-entries/{id}/figures": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["EntryFigures"];
          };
        };
      };
    };
  };
  "/api/journal-entries/{id}/reversal": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReverseEntryBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ReverseEntryAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["ReverseEntryAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["ReverseEntryAnswer"];
          };
        };
      };
    };
  };
  "/api/kyc": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          risk?: components["schemas"]["RiskClass"];
          state?: "missing" | "expired" | "pending" | "expiring" | "verified" | "attention" | "all";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["KycList"];
          };
        };
      };
    };
  };
  "/api/kyc.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          risk?: components["schemas"]["RiskClass"];
          state?: "missing" | "expired" | "pending" | "expiring" | "verified" | "attention" | "all";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/live/events": {
    get: {
      parameters: {
        query?: {
          after?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LiveEvents"];
          };
        };
      };
    };
  };
  "/api/loan-classes": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanClassReport"];
          };
        };
      };
    };
  };
  "/api/loan-classes.csv": {
    get: {
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/loan-collateral": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: components["schemas"]["CollateralKind"];
          limit?: string;
          q?: string;
          show?: "all" | "offered" | "held" | "toReturn" | "released";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CollateralList"];
          };
        };
      };
    };
  };
  "/api/loan-collateral.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: components["schemas"]["CollateralKind"];
          limit?: string;
          q?: string;
          show?: "all" | "offered" | "held" | "toReturn" | "released";
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/loan-draft": {
    get: {
      parameters: {
        query?: {
          memberId?: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDraftAnswer"];
          };
        };
      };
    };
    put: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["LoanDraftBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
    delete: {
      parameters: {
        query?: {
          memberId?: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/loan-dues": {
    get: {
      parameters: {
        query?: {
          age?: components["schemas"]["ArrearsAge"];
          cursor?: string;
          limit?: string;
          q?: string;
          when?: "today" | "week" | "overdue";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDueList"];
          };
        };
      };
    };
  };
  "/api/loan-dues.csv": {
    get: {
      parameters: {
        query?: {
          age?: components["schemas"]["ArrearsAge"];
          cursor?: string;
          limit?: string;
          q?: string;
          when?: "today" | "week" | "overdue";
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/loan-letters/{id}/letter.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
          to?: components["schemas"]["IdInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loan-products": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanProductList"];
          };
        };
      };
    };
  };
  "/api/loan-products/{code}": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeLoanProductBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/loan-products/{code}/history": {
    get: {
      parameters: {
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanProductHistory"];
          };
        };
      };
    };
  };
  "/api/loan-products/rules": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanProductRuleList"];
          };
        };
      };
    };
  };
  "/api/loans": {
    get: {
      parameters: {
        query?: {
          as?: "borrower" | "guarantor";
          cursor?: string;
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          q?: string;
          status?: components["schemas"]["LoanStatus"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanList"];
          };
        };
      };
    };
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ApplyForLoanBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": {
              id: string;
              number: string;
            };
          };
        };
      };
    };
  };
  "/api/loans.csv": {
    get: {
      parameters: {
        query?: {
          as?: "borrower" | "guarantor";
          cursor?: string;
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          q?: string;
          status?: components["schemas"]["LoanStatus"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/abstention": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AbstainBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/agreement.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/collateral": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["OfferCollateralBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": {
              id: string;
            };
          };
        };
      };
    };
  };
  "/api/loans/{id}/collateral/{itemId}": {
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
          itemId: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/collateral/receipt": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReceiveCollateralBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["CollateralAsked"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/collateral/release": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReleaseCollateralBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["CollateralAsked"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/collection": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanCollection"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/contacts": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RecordContactBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": {
              id: string;
            };
          };
        };
      };
    };
  };
  "/api/loans/{id}/debit": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["LoanDebitBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/disbursement": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["DisburseLoanBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DisburseLoanAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["DisburseLoanAnswer"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/explanation": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanExplanation"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/files": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PersonFileList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query: {
          kind: components["schemas"]["LoanFileKind"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            /** Format: binary */
            file: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["AddedFile"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/files/{fileId}/removal": {
    post: {
      parameters: {
        path: {
          fileId: components["schemas"]["FileIdInput"];
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["FileRemovalBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/guarantors": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["SubstituteGuarantorBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SubstituteGuarantorAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["SubstituteGuarantorAnswer"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/guarantors/{memberId}/recovery": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
          memberId: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RecoverFromGuarantorBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RecoverFromGuarantorAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RecoverFromGuarantorAnswer"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/interest-certificate.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
          on?: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/letters": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["LoanCollection"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/measures": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["LoanMeasureBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanMeasureAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["LoanMeasureAnswer"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/measures/{measureId}/reversal": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
          measureId: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["TakeBackMeasureBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["TakeBackMeasureAnswer"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/no-dues.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/payoff": {
    get: {
      parameters: {
        query?: {
          on?: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanPayoff"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/prepayment": {
    get: {
      parameters: {
        query: {
          amount: components["schemas"]["AmountInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanPrepayment"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/recommendation": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RecommendLoanBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/rejection": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RefuseLoanBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/release.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/repayments": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RepayLoanBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RepayLoanAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["RepayLoanAnswer"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/resolution.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/return": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RefuseLoanBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/sanction": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["SanctionLoanBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/sanction.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/schedule.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/statement.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/{id}/surety": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AnswerSuretyBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/surety-codes": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["IssueSuretyCodeBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["IssuedSuretyCode"];
          };
        };
      };
    };
  };
  "/api/loans/{id}/surety-consents": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ConsentByCodeBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanDetail"];
          };
        };
      };
    };
  };
  "/api/loans/agenda": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CommitteeAgenda"];
          };
        };
      };
    };
  };
  "/api/loans/agenda.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/loans/eligibility": {
    get: {
      parameters: {
        query?: {
          amount?: components["schemas"]["AmountInput"];
          collateralValue?: components["schemas"]["AmountInput"];
          instalments?: number;
          memberId?: components["schemas"]["IdInput"];
          monthlyIncome?: components["schemas"]["AmountInput"];
          productCode?: string;
          replacesLoanId?: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanEligibility"];
          };
        };
      };
    };
  };
  "/api/loans/quote": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["LoanQuoteBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["LoanQuote"];
          };
        };
      };
    };
  };
  "/api/lookalike-members": {
    get: {
      parameters: {
        query?: {
          kind?: "phone" | "nameAndBirthDate";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DuplicateList"];
          };
        };
      };
    };
  };
  "/api/me": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeView"];
          };
        };
      };
    };
  };
  "/api/me/language": {
    put: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["LanguageBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/me/views": {
    get: {
      parameters: {
        query?: {
          list?: components["schemas"]["ViewedList"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SavedViewList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["SaveViewBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["SavedView"];
          };
        };
      };
    };
  };
  "/api/me/views/{id}": {
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/meetings": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: components["schemas"]["MeetingKind"];
          limit?: string;
          q?: string;
          when?: "coming" | "past" | "all";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingList"];
          };
        };
      };
    };
    post: {
      parameters: {
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["MeetingBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeMeetingBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/adjournment": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["MoveMeetingBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/attendance": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AttendBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Attended"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/attendance/{inviteeId}": {
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
          inviteeId: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Attended"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/call": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/cancellation": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CancelMeetingBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/closure": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/code": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AttendanceCode"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/minutes": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MinutesView"];
          };
        };
      };
    };
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["WriteMinutesBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MinutesView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/minutes.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/meetings/{id}/minutes/signatures": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["SignMinutesBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MinutesView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/notice.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/meetings/{id}/opening": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/people": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          which?: "all" | "voters" | "present" | "absent";
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["InviteeList"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/postponement": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["MoveMeetingBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/resolutions": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ProposeBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/voters": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/meetings/{id}/voters.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/meetings/preparation": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingPreparation"];
          };
        };
      };
    };
  };
  "/api/members": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          joinedFrom?: components["schemas"]["DayInput"];
          joinedTo?: components["schemas"]["DayInput"];
          limit?: string;
          locality?: string;
          q?: string;
          sort?: "name" | "-name" | "memberNumber" | "-memberNumber" | "joinedOn" | "-joinedOn";
          status?: components["schemas"]["MemberStatus"];
          total?: "true" | "false";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MemberList"];
          };
        };
      };
    };
  };
  "/api/members.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          joinedFrom?: components["schemas"]["DayInput"];
          joinedTo?: components["schemas"]["DayInput"];
          limit?: string;
          locality?: string;
          q?: string;
          sort?: "name" | "-name" | "memberNumber" | "-memberNumber" | "joinedOn" | "-joinedOn";
          status?: components["schemas"]["MemberStatus"];
          total?: "true" | "false";
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/members/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MemberView"];
          };
        };
      };
    };
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeProfileBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ChangedProfile"];
          };
        };
      };
    };
  };
  "/api/members/{id}/counts": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MemberCounts"];
          };
        };
      };
    };
  };
  "/api/members/{id}/disclosures": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["DisclosureBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DisclosureAnswer"];
          };
        };
      };
    };
  };
  "/api/members/{id}/employment": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["EmploymentBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["EmploymentAnswer"];
          };
        };
      };
    };
  };
  "/api/members/{id}/files": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PersonFileList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query: {
          kind: components["schemas"]["FileKind"];
          replaces?: components["schemas"]["FileIdInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            blackout?: string;
            expiresOn?: string;
            /** Format: binary */
            file: string;
            issuedOn?: string;
            number?: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["AddedFile"];
          };
        };
      };
    };
  };
  "/api/members/{id}/files/{fileId}/removal": {
    post: {
      parameters: {
        path: {
          fileId: components["schemas"]["FileIdInput"];
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["FileRemovalBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/members/{id}/interest": {
    get: {
      parameters: {
        query?: {
          on?: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["InterestOfYearView"];
          };
        };
      };
    };
  };
  "/api/members/{id}/interest-certificate.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
          on?: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/members/{id}/kyc": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["KycView"];
          };
        };
      };
    };
  };
  "/api/members/{id}/kyc-reviews": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ReviewKycBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["KycView"];
          };
        };
      };
    };
  };
  "/api/members/{id}/log-in": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MemberLogIn"];
          };
        };
      };
    };
  };
  "/api/members/{id}/notes": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MemberNoteList"];
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["MemberNoteBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["MemberNote"];
          };
        };
      };
    };
  };
  "/api/members/{id}/one-time-code": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["IssuedCode"];
          };
        };
      };
    };
  };
  "/api/members/{id}/relatives": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NamedRelativeList"];
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["NameRelativeBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["NamedRelativeList"];
          };
        };
      };
    };
  };
  "/api/members/{id}/relatives/{relativeId}": {
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
          relativeId: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NamedRelativeList"];
          };
        };
      };
    };
  };
  "/api/members/{id}/risk-class": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeRiskBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["KycView"];
          };
        };
      };
    };
  };
  "/api/members/{id}/staff-standings": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["StaffStandingList"];
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AskStaffStandingBody"];
        };
      };
      responses: {
        202: {
          content: {
            "application/json": components["schemas"]["AskedStaffStanding"];
          };
        };
      };
    };
  };
  "/api/members/{id}/status-changes": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["StatusHistory"];
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["StatusChangeBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["StatusChangeAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["StatusChangeAnswer"];
          };
        };
      };
    };
  };
  "/api/members/{id}/tax-certificate.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
          on?: components["schemas"]["DayInput"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/members/{id}/tax-declarations": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TaxDeclarationList"];
          };
        };
      };
    };
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RecordTaxDeclarationBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["CreatedTaxDeclaration"];
          };
        };
      };
    };
  };
  "/api/members/{id}/tax-declarations/{declarationId}/withdrawal": {
    post: {
      parameters: {
        path: {
          declarationId: components["schemas"]["IdInput"];
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["WithdrawTaxDeclarationBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/members/{id}/timeline": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: "money" | "status" | "profile" | "papers" | "approvals" | "logins" | "notes";
          limit?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TimelinePage"];
          };
        };
      };
    };
  };
  "/api/members/{memberId}/share-allotments": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          memberId: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AllotSharesBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AllotSharesAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["AllotSharesAnswer"];
          };
        };
      };
    };
  };
  "/api/members/{memberId}/shares": {
    get: {
      parameters: {
        path: {
          memberId: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ShareHoldingView"];
          };
        };
      };
    };
  };
  "/api/members/profile": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MemberView"];
          };
        };
      };
    };
    put: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeProfileBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ChangedProfile"];
          };
        };
      };
    };
  };
  "/api/members/profile/files": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PersonFileList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query: {
          kind: components["schemas"]["FileKind"];
          replaces?: components["schemas"]["FileIdInput"];
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            blackout?: string;
            expiresOn?: string;
            /** Format: binary */
            file: string;
            issuedOn?: string;
            number?: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["AddedFile"];
          };
        };
      };
    };
  };
  "/api/members/profile/kyc": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["KycView"];
          };
        };
      };
    };
  };
  "/api/members/register": {
    post: {
      parameters: {
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RegisterMemberBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["RegisteredAnswer"];
          };
        };
      };
    };
  };
  "/api/members/register/file-removals": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ApplicantFileRemovalBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/members/register/files": {
    post: {
      parameters: {
        query: {
          kind: components["schemas"]["FileKind"];
          replaces?: components["schemas"]["FileIdInput"];
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            blackout?: string;
            expiresOn?: string;
            /** Format: binary */
            file: string;
            issuedOn?: string;
            number?: string;
            phone: string;
            trackingNumber: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["AddedFile"];
          };
        };
      };
    };
  };
  "/api/members/register/resubmission": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ResubmitBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RegisteredAnswer"];
          };
        };
      };
    };
  };
  "/api/members/register/status": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ApplicationStatusBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ApplicationStatusView"];
          };
        };
      };
    };
  };
  "/api/messages": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: components["schemas"]["MessageKind"];
          limit?: string;
          mine?: components["schemas"]["FlagQuery"];
          q?: string;
          state?: "open" | "answered" | "closed" | "waiting" | "all";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MessageList"];
          };
        };
      };
    };
    post: {
      parameters: {
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["WriteMessageBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["MessageView"];
          };
        };
      };
    };
  };
  "/api/messages/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MessageView"];
          };
        };
      };
    };
  };
  "/api/messages/{id}/assignment": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AssignMessageBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MessageView"];
          };
        };
      };
    };
  };
  "/api/messages/{id}/closure": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CloseMessageBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MessageView"];
          };
        };
      };
    };
  };
  "/api/messages/{id}/entries": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["MessageTextBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MessageView"];
          };
        };
      };
    };
  };
  "/api/messages/{id}/files": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            /** Format: binary */
            file: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["MessageView"];
          };
        };
      };
    };
  };
  "/api/messages/{id}/files/{fileId}": {
    get: {
      parameters: {
        path: {
          fileId: string;
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "*/*": string;
          };
        };
      };
    };
  };
  "/api/messages/{id}/reopening": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["MessageTextBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MessageView"];
          };
        };
      };
    };
  };
  "/api/notice-reach": {
    get: {
      parameters: {
        query: {
          audience: components["schemas"]["NoticeAudience"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeReach"];
          };
        };
      };
    };
  };
  "/api/notices": {
    get: {
      parameters: {
        query?: {
          audience?: components["schemas"]["NoticeAudience"];
          cursor?: string;
          kind?: components["schemas"]["NoticeKind"];
          limit?: string;
          priority?: components["schemas"]["NoticePriority"];
          q?: string;
          state?: "draft" | "scheduled" | "published" | "expired" | "archived" | "all";
          unread?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeList"];
          };
        };
      };
    };
    post: {
      parameters: {
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["NoticeBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
  };
  "/api/notices.csv": {
    get: {
      parameters: {
        query?: {
          audience?: components["schemas"]["NoticeAudience"];
          cursor?: string;
          kind?: components["schemas"]["NoticeKind"];
          limit?: string;
          priority?: components["schemas"]["NoticePriority"];
          q?: string;
          state?: "draft" | "scheduled" | "published" | "expired" | "archived" | "all";
          unread?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/notices/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeNoticeBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
  };
  "/api/notices/{id}/download": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/notices/{id}/file": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "multipart/form-data": {
            /** Format: binary */
            file: string;
          };
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
  };
  "/api/notices/{id}/notice.pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["NoticeLanguage"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/notices/{id}/publication": {
    post: {
      parameters: {
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
  };
  "/api/notices/{id}/readers": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeReaderList"];
          };
        };
      };
    };
  };
  "/api/notices/{id}/reading": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NoticeView"];
          };
        };
      };
    };
  };
  "/api/notification-choices": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NotificationChoices"];
          };
        };
      };
    };
    put: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChooseNotificationsBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NotificationChoices"];
          };
        };
      };
    };
  };
  "/api/notifications": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: "money" | "reminders" | "overdue" | "accounts" | "office" | "notices" | "decisions" | "security" | "legal";
          limit?: string;
          unread?: "true" | "false";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["NotificationList"];
          };
        };
      };
    };
  };
  "/api/notifications/read": {
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["MarkReadBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/openapi.json": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": unknown;
          };
        };
      };
    };
  };
  "/api/papers-to-check": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          kind?: components["schemas"]["FileKind"];
          limit?: string;
          q?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PapersToCheck"];
          };
        };
      };
    };
  };
  "/api/papers/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["FileIdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaperView"];
          };
        };
      };
    };
  };
  "/api/papers/{id}/rejection": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["FileIdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RejectPaperBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaperView"];
          };
        };
      };
    };
  };
  "/api/papers/{id}/verification": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["FileIdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["VerifyPaperBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaperView"];
          };
        };
      };
    };
  };
  "/api/payment-gateway": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["GatewayView"];
          };
        };
      };
    };
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["SetGatewayBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
    delete: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/payment-gateway/messages": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["GatewayMessageList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["GatewayMessageBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["GatewayMessageAnswer"];
          };
        };
      };
    };
  };
  "/api/payment-requests": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          open?: components["schemas"]["FlagQuery"];
          q?: string;
          status?: components["schemas"]["PaymentRequestStatus"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaymentRequestList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AskPaymentBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["AskPaymentAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["AskPaymentAnswer"];
          };
        };
      };
    };
  };
  "/api/payment-requests/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaymentRequestView"];
          };
        };
      };
    };
  };
  "/api/payment-requests/{id}/claim": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ClaimPaymentBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaymentRequestView"];
          };
        };
      };
    };
  };
  "/api/payment-requests/{id}/rejection": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RejectPaymentBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaymentRequestView"];
          };
        };
      };
    };
  };
  "/api/payment-requests/{id}/showing": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PaymentRequestView"];
          };
        };
      };
    };
  };
  "/api/public/notices": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PublicNoticeList"];
          };
        };
      };
    };
  };
  "/api/public/notices/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PublicNotice"];
          };
        };
      };
    };
  };
  "/api/public/notices/{id}/download": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/push/subscription": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["PushKeyView"];
          };
        };
      };
    };
    put: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["SubscribePushBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
    delete: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/receipts": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          direction?: "in" | "out";
          from?: components["schemas"]["DayInput"];
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          q?: string;
          tillSessionId?: components["schemas"]["IdInput"];
          to?: components["schemas"]["DayInput"];
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ReceiptList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["TakeReceiptBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TakeReceiptAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["TakeReceiptAnswer"];
          };
        };
      };
    };
  };
  "/api/receipts.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          direction?: "in" | "out";
          from?: components["schemas"]["DayInput"];
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          q?: string;
          tillSessionId?: components["schemas"]["IdInput"];
          to?: components["schemas"]["DayInput"];
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/receipts/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ReceiptView"];
          };
        };
      };
    };
  };
  "/api/receipts/{id}/message": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ReceiptMessage"];
          };
        };
      };
    };
  };
  "/api/receipts/{id}/pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
          size?: "a5" | "80mm";
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/reminders": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ReminderList"];
          };
        };
      };
    };
  };
  "/api/repayment-sheets": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RepaymentSheetList"];
          };
        };
      };
    };
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["EnterRepaymentSheetBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["EnterRepaymentSheetAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["EnterRepaymentSheetAnswer"];
          };
        };
      };
    };
  };
  "/api/repayment-sheets/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RepaymentSheetDetail"];
          };
        };
      };
    };
  };
  "/api/resolutions": {
    get: {
      parameters: {
        query?: {
          body?: "general" | "committee";
          cursor?: string;
          limit?: string;
          loanId?: components["schemas"]["IdInput"];
          q?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CarriedResolutionList"];
          };
        };
      };
    };
  };
  "/api/resolutions/{id}/ballots": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["BallotBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/resolutions/{id}/casting-vote": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CastingVoteBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/resolutions/{id}/count": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/resolutions/{id}/hands": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["HandsBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/resolutions/{id}/interest": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["InterestBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/resolutions/{id}/vote": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["OpenVoteBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/resolutions/{id}/withdrawal": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["MeetingView"];
          };
        };
      };
    };
  };
  "/api/sanction-levels": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SanctionLevels"];
          };
        };
      };
    };
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeSanctionLevelsBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/search": {
    get: {
      parameters: {
        query: {
          q: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SearchAnswer"];
          };
        };
      };
    };
  };
  "/api/settings": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SettingsList"];
          };
        };
      };
    };
  };
  "/api/settings/{name}": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          name: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeSettingBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/settings/{name}/history": {
    get: {
      parameters: {
        path: {
          name: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SettingHistory"];
          };
        };
      };
    };
  };
  "/api/setup": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SetupState"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["SetupBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["SetupAnswer"];
          };
        };
      };
    };
  };
  "/api/share-certificates/{id}/pdf": {
    get: {
      parameters: {
        query?: {
          language?: components["schemas"]["LanguageCode"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/pdf": string;
          };
        };
      };
    };
  };
  "/api/shares": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          pending?: "true" | "false";
          q?: string;
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ShareHoldingList"];
          };
        };
      };
    };
  };
  "/api/shares.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          pending?: "true" | "false";
          q?: string;
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/sms": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SmsView"];
          };
        };
      };
    };
  };
  "/api/sms/provider": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["SetSmsProviderBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
    delete: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/sms/templates": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["SetSmsTemplateBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/sms/templates/{id}": {
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/society": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SocietyView"];
          };
        };
      };
    };
  };
  "/api/society/logo": {
    get: {
      responses: {
        200: {
          content: {
            "image/*": string;
          };
        };
      };
    };
    put: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeLogoBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SocietyView"];
          };
        };
      };
    };
    delete: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["SocietyView"];
          };
        };
      };
    };
  };
  "/api/standing-instructions": {
    get: {
      parameters: {
        query?: {
          active?: components["schemas"]["FlagQuery"];
          cursor?: string;
          depositId?: components["schemas"]["IdInput"];
          failing?: components["schemas"]["FlagQuery"];
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["StandingInstructionList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["SetStandingInstructionBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["StandingInstructionView"];
          };
        };
      };
    };
  };
  "/api/standing-instructions/{id}/stop": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["StandingInstructionView"];
          };
        };
      };
    };
  };
  "/api/tax-declarations": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          sort?: "recordedAt" | "-recordedAt";
          state?: "active" | "withdrawn";
          total?: components["schemas"]["FlagQuery"];
          year?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["DeclarationRegister"];
          };
        };
      };
    };
  };
  "/api/tax-declarations.csv": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          q?: string;
          sort?: "recordedAt" | "-recordedAt";
          state?: "active" | "withdrawn";
          total?: components["schemas"]["FlagQuery"];
          year?: string;
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/tax-payable": {
    get: {
      parameters: {
        query?: {
          year?: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TaxPayableMonths"];
          };
        };
      };
    };
  };
  "/api/tax-payable.csv": {
    get: {
      parameters: {
        query?: {
          year?: string;
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/term-products": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TermProductList"];
          };
        };
      };
    };
  };
  "/api/term-products/{code}": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          code: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeTermProductBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/term-products/{code}/history": {
    get: {
      parameters: {
        path: {
          code: string;
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TermProductHistory"];
          };
        };
      };
    };
  };
  "/api/term-products/rules": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TermProductRuleList"];
          };
        };
      };
    };
  };
  "/api/thrift-dues": {
    get: {
      parameters: {
        query?: {
          arrears?: components["schemas"]["FlagQuery"];
          cursor?: string;
          limit?: string;
          q?: string;
          sort?: "accountNumber" | "-accountNumber";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["ThriftDueList"];
          };
        };
      };
    };
  };
  "/api/thrift-dues.csv": {
    get: {
      parameters: {
        query?: {
          arrears?: components["schemas"]["FlagQuery"];
          cursor?: string;
          limit?: string;
          q?: string;
          sort?: "accountNumber" | "-accountNumber";
          total?: components["schemas"]["FlagQuery"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/till-sessions": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          tillId?: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TillSessionList"];
          };
        };
      };
    };
  };
  "/api/till-sessions/{id}": {
    get: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TillSessionView"];
          };
        };
      };
    };
  };
  "/api/till-sessions/{id}/closing": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["CloseTillBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CloseTillAnswer"];
          };
        };
        201: {
          content: {
            "application/json": components["schemas"]["CloseTillAnswer"];
          };
        };
      };
    };
  };
  "/api/till-sessions/current": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CurrentTillSession"];
          };
        };
      };
    };
  };
  "/api/tills": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TillList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["CreateTillBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["TillView"];
          };
        };
      };
    };
  };
  "/api/tills/{id}": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeTillBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TillView"];
          };
        };
      };
    };
  };
  "/api/tills/{id}/cash-limit": {
    put: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeTillLimitBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["RuleChange"];
          };
        };
      };
    };
  };
  "/api/tills/{id}/retirement": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RetireTillBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["TillView"];
          };
        };
      };
    };
  };
  "/api/tills/{id}/sessions": {
    post: {
      parameters: {
        header: {
          "Idempotency-Key": string;
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["OpenTillBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["TillSessionView"];
          };
        };
      };
    };
  };
  "/api/tills/cashiers": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["CashierList"];
          };
        };
      };
    };
  };
  "/api/transactions": {
    get: {
      parameters: {
        query?: {
          accountCode?: string;
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          kind?: "receipt" | "withdrawal" | "transfer" | "allotment" | "till" | "voucher" | "bank" | "reversal" | "opening" | "interest" | "maturity" | "collection" | "handover" | "commission" | "accrual" | "disbursement" | "correction" | "waiver" | "write-off";
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          mode?: "cash" | "cheque" | "bank" | "upi" | "transfer";
          q?: string;
          sort?: "-recordedAt" | "recordedAt";
          tillId?: components["schemas"]["IdInput"];
          to?: components["schemas"]["DayInput"];
          total?: "true" | "false";
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TransactionList"];
          };
        };
      };
    };
  };
  "/api/transactions.csv": {
    get: {
      parameters: {
        query?: {
          accountCode?: string;
          cursor?: string;
          from?: components["schemas"]["DayInput"];
          kind?: "receipt" | "withdrawal" | "transfer" | "allotment" | "till" | "voucher" | "bank" | "reversal" | "opening" | "interest" | "maturity" | "collection" | "handover" | "commission" | "accrual" | "disbursement" | "correction" | "waiver" | "write-off";
          limit?: string;
          memberId?: components["schemas"]["IdInput"];
          mode?: "cash" | "cheque" | "bank" | "upi" | "transfer";
          q?: string;
          sort?: "-recordedAt" | "recordedAt";
          tillId?: components["schemas"]["IdInput"];
          to?: components["schemas"]["DayInput"];
          total?: "true" | "false";
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/trial-balance": {
    get: {
      parameters: {
        query?: {
          asOf?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["TrialBalance"];
          };
        };
      };
    };
  };
  "/api/trial-balance.csv": {
    get: {
      parameters: {
        query?: {
          asOf?: components["schemas"]["DayInput"];
        };
      };
      responses: {
        200: {
          content: {
            "text/csv": string;
          };
        };
      };
    };
  };
  "/api/vouchers": {
    post: {
      parameters: {
        query?: {
          preview?: components["schemas"]["FlagQuery"];
        };
        header?: {
          "Idempotency-Key"?: string;
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["EnterVoucherBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["EnterVoucherAnswer"];
          };
        };
        202: {
          content: {
            "application/json": components["schemas"]["EnterVoucherAnswer"];
          };
        };
      };
    };
  };
  "/api/webhooks": {
    get: {
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["WebhookList"];
          };
        };
      };
    };
    post: {
      requestBody: {
        content: {
          "application/json": components["schemas"]["AddWebhookBody"];
        };
      };
      responses: {
        201: {
          content: {
            "application/json": components["schemas"]["WebhookWithSecret"];
          };
        };
      };
    };
  };
  "/api/webhooks/{id}": {
    put: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChangeWebhookBody"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["WebhookView"];
          };
        };
      };
    };
    delete: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["Done"];
          };
        };
      };
    };
  };
  "/api/webhooks/{id}/deliveries": {
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: string;
          state?: "waiting" | "delivered" | "failed";
        };
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["WebhookDeliveryList"];
          };
        };
      };
    };
  };
  "/api/webhooks/{id}/deliveries/{deliveryId}/retry": {
    post: {
      parameters: {
        path: {
          deliveryId: components["schemas"]["IdInput"];
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["WebhookDelivery"];
          };
        };
      };
    };
  };
  "/api/webhooks/{id}/secret": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["WebhookWithSecret"];
          };
        };
      };
    };
  };
  "/api/webhooks/{id}/test": {
    post: {
      parameters: {
        path: {
          id: components["schemas"]["IdInput"];
        };
      };
      responses: {
        200: {
          content: {
            "application/json": components["schemas"]["WebhookDelivery"];
          };
        };
      };
    };
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AbstainBody: {
      reason: string;
    };
    AccountInterestView: {
      accountNumber: string;
      accrued: components["schemas"]["MoneyText"];
      depositId: components["schemas"]["Id"];
      interest: components["schemas"]["MoneyText"];
      tax: components["schemas"]["MoneyText"];
    };
    AccountLedger: {
      account: components["schemas"]["AccountView"];
      credit: components["schemas"]["MoneyText"];
      currency: string;
      debit: components["schemas"]["MoneyText"];
      items: {
        amount: components["schemas"]["MoneyText"];
        entryId: components["schemas"]["Id"];
        entryNumber: string;
        id: components["schemas"]["Id"];
        narration: string;
        postedOn: components["schemas"]["DayText"];
        /** @enum {string} */
        side: "debit" | "credit";
        subLedgerNumber: string | null;
      }[];
      nextCursor: string | null;
      total?: number;
    };
    AccountList: {
      items: components["schemas"]["AccountView"][];
    };
    AccountParams: {
      code: string;
    };
    /** @enum {string} */
    AccountType: "asset" | "liability" | "equity" | "income" | "expense";
    AccountView: {
      code: string;
      isActive: boolean;
      isControl: boolean;
      name: string;
      subLedger: string | null;
      type: components["schemas"]["AccountType"];
    };
    ActPreview: {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    };
    AddedFile: {
      approvalId: components["schemas"]["Id"] | null;
      file: components["schemas"]["PersonFile"];
    };
    AddEmployerBody: {
      name: string;
    };
    AddHolidayBody: {
      day: components["schemas"]["DayInput"];
      nameEn: string;
      nameHi: string;
    };
    AddWebhookBody: {
      events: ("receipt.issued" | "savings.withdrawn" | "savings.transferred" | "voucher.posted" | "entry.reversed" | "interest.credited" | "shares.allotted" | "deposit.matured" | "loan.sanctioned" | "loan.disbursed" | "loan.repaid" | "loan.closed" | "loan.overdue" | "application.submitted" | "member.approved" | "member.activated" | "member.status-changed" | "payment.claimed" | "payment.rejected" | "statement.imported" | "bank-line.resolved" | "till.opened" | "till.closed" | "business-day.moved" | "day-end.finished" | "day-end.stopped" | "notice.published" | "message.received")[];
      name: string;
      /** Format: uri */
      url: string;
    };
    /** @enum {string} */
    AgendaKind: "text" | "loan" | "write-off";
    AgendaRow: {
      abstained: {
        by: string;
        reason: string;
      }[];
      annualRate: string;
      appliedOn: components["schemas"]["DayText"];
      askedAmount: components["schemas"]["MoneyText"];
      askedInstalments: number;
      decidedBy: string[];
      deposits: components["schemas"]["MoneyText"];
      eligibility: components["schemas"]["EligibilityResultView"][];
      guarantors: {
        memberName: string;
        memberNumber: string;
      }[];
      id: components["schemas"]["Id"];
      mayNotDecideBecause: string | null;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      number: string;
      otherLoans: {
        /** @enum {string} */
        classCode: "standard" | "watch" | "sub-standard" | "doubtful" | "doubtful-1" | "doubtful-2" | "doubtful-3" | "loss";
        daysPastDue: number;
        id: components["schemas"]["Id"];
        number: string;
        outstanding: components["schemas"]["MoneyText"];
      }[];
      overdue: components["schemas"]["MoneyText"];
      productName: string;
      purpose: string;
      recommendation: string;
      recommendedBy: string;
      sanctionsUpTo: components["schemas"]["MoneyText"] | null;
      shares: components["schemas"]["MoneyText"];
      /** @constant */
      status: "recommended";
      thriftArrears: components["schemas"]["MoneyText"];
      version: number;
    };
    AgentCandidates: {
      items: {
        id: components["schemas"]["Id"];
        name: string;
      }[];
    };
    AgentList: {
      items: components["schemas"]["AgentView"][];
    };
    AgentTerms: {
      approvedBy: string | null;
      cashLimit: components["schemas"]["MoneyText"] | null;
      commissionRate: string | null;
      effectiveFrom: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      reason: string | null;
      recordedAt: components["schemas"]["InstantText"];
      setBy: string;
    };
    AgentTermsList: {
      businessDate: components["schemas"]["DayText"];
      currency: string;
      items: components["schemas"]["AgentTerms"][];
      society: {
        cashLimit: components["schemas"]["MoneyText"] | null;
        commissionRate: string;
      };
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    AgentView: {
      accounts: number;
      cash: components["schemas"]["MoneyText"];
      cashLimit: components["schemas"]["MoneyText"] | null;
      cashSince: components["schemas"]["DayText"] | null;
      id: components["schemas"]["Id"];
      isOverdue: boolean;
      isOverLimit: boolean;
      memberId: components["schemas"]["Id"] | null;
      memberNumber: string | null;
      name: string;
      number: string;
      registeredOn: components["schemas"]["DayText"];
      retiredOn: components["schemas"]["DayText"] | null;
      routes: number;
      /** @enum {string} */
      status: "active" | "retired";
      userId: components["schemas"]["Id"];
      version: number;
    };
    AllotBankLineBody: {
      lines: components["schemas"]["ReceiptLineInput"][];
      memberId: components["schemas"]["IdInput"];
      reason: string;
    };
    AllotSharesAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      shares: number;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      allotment: components["schemas"]["ShareAllotmentView"];
      folio: string;
      pending: components["schemas"]["MoneyText"];
      /** @constant */
      preview: false;
    };
    AllotSharesBody: {
      resolutionNumber?: string;
      shares?: number;
    };
    AmountInput: string;
    AmountOrZeroInput: string;
    AnswerSuretyBody: {
      consents: boolean;
    };
    /** @enum {string} */
    AnyFileKind: "photo" | "signature" | "pan_card" | "aadhaar" | "voter_id" | "passport" | "driving_licence" | "job_card" | "citizenship" | "national_id" | "birth_certificate" | "ward_letter" | "identity_proof" | "address_proof" | "age_proof" | "affidavit" | "nominee_paper" | "other_paper" | "income_proof" | "security_paper" | "quotation" | "signed_agreement";
    ApplicantFileForm: {
      blackout?: string;
      expiresOn?: string;
      issuedOn?: string;
      number?: string;
      phone: string;
      trackingNumber: string;
    };
    ApplicantFileRemovalBody: {
      fileId: components["schemas"]["FileIdInput"];
      phone: string;
      trackingNumber: string;
    };
    ApplicationCheck: {
      /** @enum {string} */
      code: "phone" | "email" | "pan" | "nameAndBirthDate" | "nameSound" | "aadhaar" | "age" | "papers" | "nominees" | "dues";
      detail: string | null;
      members: {
        id: components["schemas"]["Id"];
        memberNumber: string;
        name: string;
      }[];
      missing: components["schemas"]["FileKind"][];
      /** @enum {string} */
      result: "good" | "look" | "bad";
      value: string | null;
    };
    ApplicationFlag: {
      code: string;
      detail: string;
      memberId: components["schemas"]["Id"] | null;
      memberNumber: string | null;
    };
    ApplicationList: {
      items: components["schemas"]["ApplicationRow"][];
      nextCursor: string | null;
      total?: number;
    };
    ApplicationQuery: {
      cursor?: string;
      limit?: string;
      q?: string;
      /** @enum {string} */
      sort?: "submittedAt" | "-submittedAt";
      /** @enum {string} */
      status?: "submitted" | "returned" | "approved" | "rejected" | "all";
      submittedFrom?: components["schemas"]["DayInput"];
      submittedTo?: components["schemas"]["DayInput"];
      total?: components["schemas"]["FlagQuery"];
    };
    ApplicationRow: {
      flags: number;
      id: components["schemas"]["Id"];
      locality: string;
      name: string;
      phone: string;
      /** @enum {string} */
      source: "online" | "counter";
      /** @enum {string} */
      status: "submitted" | "returned" | "approved" | "rejected";
      submittedAt: components["schemas"]["InstantText"];
      trackingNumber: string;
    };
    ApplicationStatusBody: {
      phone: string;
      trackingNumber: string;
    };
    ApplicationStatusView: {
      application: {
        [key: string]: unknown;
      } | null;
      files: components["schemas"]["PersonFile"][];
      memberNumber: string | null;
      missing: components["schemas"]["FileKind"][];
      reason: string | null;
      /** @enum {string} */
      status: "submitted" | "returned" | "approved" | "rejected";
      submittedAt: components["schemas"]["InstantText"];
      trackingNumber: string;
    };
    ApplicationView: {
      aadhaarMasked: string | null;
      accountType: components["schemas"]["OpeningAccount"];
      addressLine: string;
      age: number;
      checks: components["schemas"]["ApplicationCheck"][];
      dateOfBirth: components["schemas"]["DayText"];
      district: string;
      dues: {
        amount: components["schemas"]["MoneyText"];
        code: string;
        name: string;
      }[];
      duesTotal: components["schemas"]["MoneyText"];
      email: string | null;
      flagged: components["schemas"]["ApplicationFlag"][];
      gender: components["schemas"]["Gender"];
      history: {
        act: string;
        at: components["schemas"]["InstantText"];
        by: string | null;
        note: string | null;
      }[];
      id: components["schemas"]["Id"];
      language: components["schemas"]["LanguageCode"];
      locality: string;
      mayDecide: boolean;
      mayNotDecideBecause: string | null;
      memberClass: components["schemas"]["MemberClass"];
      memberId: components["schemas"]["Id"] | null;
      memberNumber: string | null;
      name: string;
      nameLocal: string | null;
      nominees: components["schemas"]["NomineeView"][];
      occupation: string;
      panMasked: string | null;
      parentOrSpouseName: string | null;
      phone: string;
      phoneSharedReason: string | null;
      postalCode: string;
      /** @enum {string} */
      source: "online" | "counter";
      state: string;
      /** @enum {string} */
      status: "submitted" | "returned" | "approved" | "rejected";
      submittedAt: components["schemas"]["InstantText"];
      trackingNumber: string;
      version: number;
    };
    ApplyForLoanBody: {
      amount: components["schemas"]["AmountInput"];
      guarantors?: string[];
      instalments: number;
      memberId?: components["schemas"]["IdInput"];
      monthlyIncome?: components["schemas"]["AmountInput"];
      productCode: string;
      purpose: string;
      replacesLoanId?: components["schemas"]["IdInput"];
    };
    ApprovalList: {
      items: components["schemas"]["ApprovalRow"][];
      nextCursor: string | null;
      total?: number;
    };
    ApprovalQuery: {
      cursor?: string;
      /** @enum {string} */
      kind?: "withdrawal" | "transfer" | "voucher" | "reversal" | "member-status" | "member-details" | "member-picture" | "member-staff" | "setting" | "fee" | "deposit-product" | "term-product" | "term-opening" | "term-closure" | "deposit-restriction" | "restriction-lift" | "deposit-reactivation" | "deposit-holders" | "deposit-nominees" | "role" | "user-role" | "till-limit" | "agent-commission" | "agent-terms" | "loan-disbursement" | "guarantor-substitution" | "guarantor-recovery" | "sanction-levels" | "collateral-receipt" | "collateral-release" | "loan-measure" | "loan-measure-reversal" | "loan-product" | "bank-line" | "payment-gateway" | "sms-provider" | "sms-template";
      limit?: string;
      /** @enum {string} */
      sort?: "requestedAt" | "-requestedAt";
      /** @enum {string} */
      status?: "pending" | "approved" | "rejected" | "withdrawn" | "all";
      total?: components["schemas"]["FlagQuery"];
    };
    ApprovalRow: {
      amount: components["schemas"]["MoneyText"] | null;
      decidedAt: components["schemas"]["InstantText"] | null;
      decidedBy: string | null;
      entryId: components["schemas"]["Id"] | null;
      id: components["schemas"]["Id"];
      /** @enum {string} */
      kind: "withdrawal" | "transfer" | "voucher" | "reversal" | "member-status" | "member-details" | "member-picture" | "member-staff" | "setting" | "fee" | "deposit-product" | "term-product" | "term-opening" | "term-closure" | "deposit-restriction" | "restriction-lift" | "deposit-reactivation" | "deposit-holders" | "deposit-nominees" | "role" | "user-role" | "till-limit" | "agent-commission" | "agent-terms" | "loan-disbursement" | "guarantor-substitution" | "guarantor-recovery" | "sanction-levels" | "collateral-receipt" | "collateral-release" | "loan-measure" | "loan-measure-reversal" | "loan-product" | "bank-line" | "payment-gateway" | "sms-provider" | "sms-template";
      mayDecide: boolean;
      memberId: components["schemas"]["Id"] | null;
      memberName: string | null;
      memberNumber: string | null;
      reason: string | null;
      requestedAt: components["schemas"]["InstantText"];
      requestedBy: string;
      /** @enum {string} */
      status: "pending" | "approved" | "rejected" | "withdrawn";
      summary: string;
      version: number;
    };
    ApprovalView: {
      amount: components["schemas"]["MoneyText"] | null;
      decidedAt: components["schemas"]["InstantText"] | null;
      decidedBy: string | null;
      entryId: components["schemas"]["Id"] | null;
      id: components["schemas"]["Id"];
      /** @enum {string} */
      kind: "withdrawal" | "transfer" | "voucher" | "reversal" | "member-status" | "member-details" | "member-picture" | "member-staff" | "setting" | "fee" | "deposit-product" | "term-product" | "term-opening" | "term-closure" | "deposit-restriction" | "restriction-lift" | "deposit-reactivation" | "deposit-holders" | "deposit-nominees" | "role" | "user-role" | "till-limit" | "agent-commission" | "agent-terms" | "loan-disbursement" | "guarantor-substitution" | "guarantor-recovery" | "sanction-levels" | "collateral-receipt" | "collateral-release" | "loan-measure" | "loan-measure-reversal" | "loan-product" | "bank-line" | "payment-gateway" | "sms-provider" | "sms-template";
      lines: {
        after: string;
        afterFileId?: string;
        before: string | null;
        beforeFileId?: string | null;
        label: string;
      }[];
      mayDecide: boolean;
      mayNotDecideBecause: string | null;
      memberId: components["schemas"]["Id"] | null;
      memberName: string | null;
      memberNumber: string | null;
      reason: string | null;
      requestedAt: components["schemas"]["InstantText"];
      requestedBy: string;
      /** @enum {string} */
      status: "pending" | "approved" | "rejected" | "withdrawn";
      summary: string;
      version: number;
    };
    ApproveApplicationBody: {
      acceptFlags?: boolean;
      note?: string;
      phoneSharedReason?: string;
      resolutionNumber?: string;
    };
    ApprovedAnswer: {
      depositNumber: string | null;
      duesTotal: components["schemas"]["MoneyText"];
      loginNames: string[];
      memberId: components["schemas"]["Id"];
      memberNumber: string;
      oneTimeCode: string | null;
      oneTimeCodeExpiresAt: components["schemas"]["InstantText"] | null;
    };
    /** @enum {string} */
    ArrearsAge: "days-1-30" | "days-31-60" | "days-61-90" | "days-91-365" | "older";
    AskAgentTermsBody: {
      cashLimit: components["schemas"]["AmountInput"] | null;
      commissionRate: components["schemas"]["RateInput"] | null;
      effectiveFrom: components["schemas"]["DayInput"];
      reason: string;
    };
    AskedAgentTerms: {
      approvalId: components["schemas"]["Id"];
    };
    AskedForApproval: {
      approvalId: components["schemas"]["Id"];
    };
    AskedPlans: {
      plans: components["schemas"]["ComparedPlans"] | null;
    };
    AskedStaffStanding: {
      approvalId: components["schemas"]["Id"];
    };
    AskPaymentAnswer: {
      amount: components["schemas"]["MoneyText"];
      currency: string;
      expiresAt: components["schemas"]["InstantText"];
      lines: {
        amount: components["schemas"]["MoneyText"];
        label: string;
      }[];
      payeeAddress: string;
      payeeName: string;
      /** @constant */
      preview: true;
      scheme: components["schemas"]["PaymentScheme"];
    } | {
      /** @constant */
      preview: false;
      request: components["schemas"]["PaymentRequestView"];
    };
    AskPaymentBody: {
      lines: components["schemas"]["ReceiptLineInput"][];
      memberId?: components["schemas"]["IdInput"];
    };
    AskStaffStandingBody: {
      effectiveFrom: components["schemas"]["DayInput"];
      isStaff: boolean;
      reason: string;
    };
    AssignMessageBody: {
      userId: components["schemas"]["IdInput"] | null;
    };
    AttendanceCode: {
      code: string;
      expiresAt: components["schemas"]["InstantText"];
      qrSvg: string;
    };
    AttendBody: {
      who: string;
    } | {
      inviteeId: components["schemas"]["IdInput"];
    };
    Attended: {
      invitee: components["schemas"]["Invitee"];
      isQuorate: boolean;
      present: number;
      quorum: number;
      wasPresent: boolean;
    };
    AuditList: {
      items: components["schemas"]["AuditRow"][];
      nextCursor: string | null;
      total?: number;
    };
    AuditQuery: {
      action?: string;
      cursor?: string;
      from?: components["schemas"]["DayInput"];
      limit?: string;
      q?: string;
      subjectId?: string;
      subjectKind?: string;
      to?: components["schemas"]["DayInput"];
      userId?: components["schemas"]["IdInput"];
    };
    AuditRow: {
      action: string;
      address: string;
      agent: string;
      id: components["schemas"]["Id"];
      newValues: {
        [key: string]: unknown;
      } | null;
      oldValues: {
        [key: string]: unknown;
      } | null;
      recordedAt: components["schemas"]["InstantText"];
      requestId: string;
      subjectId: string | null;
      subjectKind: string;
      subjectName: string | null;
      userId: components["schemas"]["Id"] | null;
      userKind: string;
      userName: string;
    };
    BalanceChange: {
      after: components["schemas"]["MoneyText"];
      before: components["schemas"]["MoneyText"];
      label: string;
    };
    BallotBody: {
      choice: components["schemas"]["VoteChoice"];
      inviteeId?: components["schemas"]["IdInput"];
    };
    BankLineActAnswer: components["schemas"]["ActPreview"] | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
    };
    BankLineActQuery: {
      preview?: components["schemas"]["FlagQuery"];
    };
    BankLineList: {
      items: components["schemas"]["BankLineRow"][];
      nextCursor: string | null;
      total?: number;
    };
    BankLineQuery: {
      cursor?: string;
      limit?: string;
      q?: string;
      statementId?: components["schemas"]["IdInput"];
      status?: components["schemas"]["BankLineStatus"];
    };
    /** @enum {string} */
    BankLineReason: "nothing-named" | "unknown-reference" | "several-requests" | "already-received" | "request-ended" | "other-amount" | "paid-late" | "paid-before" | "number-used" | "own-payment" | "refused" | "receipt-reversed" | "failed";
    BankLineRow: {
      accountCode: string;
      bookedOn: components["schemas"]["DayText"];
      credit: components["schemas"]["MoneyText"];
      debit: components["schemas"]["MoneyText"];
      description: string;
      entryId: components["schemas"]["Id"] | null;
      id: components["schemas"]["Id"];
      memberId: components["schemas"]["Id"] | null;
      memberName: string | null;
      memberNumber: string | null;
      number: string | null;
      reason: components["schemas"]["BankLineReason"] | null;
      reasonText: string | null;
      receiptId: components["schemas"]["Id"] | null;
      receiptNumber: string | null;
      requestId: components["schemas"]["Id"] | null;
      requestReference: string | null;
      statementId: components["schemas"]["Id"] | null;
      status: components["schemas"]["BankLineStatus"];
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    /** @enum {string} */
    BankLineStatus: "waiting" | "received" | "settled" | "unidentified" | "allotted" | "returned" | "debit";
    BankLineSuggestions: {
      items: {
        memberId: components["schemas"]["Id"];
        memberName: string;
        memberNumber: string;
        reasons: ("reference" | "claim" | "amount" | "phone" | "name")[];
        reasonText: string;
        requestId: components["schemas"]["Id"] | null;
      }[];
    };
    BankReconciliation: {
      byStatus: {
        amount: components["schemas"]["MoneyText"];
        lines: number;
        status: components["schemas"]["BankLineStatus"];
      }[];
      clearing: {
        accountCode: string;
        balance: components["schemas"]["MoneyText"];
        onTheWay: {
          amount: components["schemas"]["MoneyText"];
          lines: number;
        };
        other: components["schemas"]["MoneyText"];
        waiting: components["schemas"]["MoneyText"];
      };
      currency: string;
      unidentified: {
        accountCode: string;
        balance: components["schemas"]["MoneyText"];
        open: {
          amount: components["schemas"]["MoneyText"];
          lines: number;
        };
        other: components["schemas"]["MoneyText"];
      };
    };
    BankReconciliationQuery: Record<string, never>;
    BankStatementList: {
      items: components["schemas"]["BankStatementView"][];
      nextCursor: string | null;
      total?: number;
    };
    BankStatementQuery: {
      cursor?: string;
      limit?: string;
    };
    BankStatementView: {
      accountCode: string;
      byStatus: {
        amount: components["schemas"]["MoneyText"];
        lines: number;
        status: components["schemas"]["BankLineStatus"];
      }[];
      credits: components["schemas"]["MoneyText"];
      currency: string;
      debits: components["schemas"]["MoneyText"];
      entryId: components["schemas"]["Id"] | null;
      fileName: string;
      from: components["schemas"]["DayText"] | null;
      id: components["schemas"]["Id"];
      importedAt: components["schemas"]["InstantText"];
      importedBy: string;
      known: number;
      lines: number;
      to: components["schemas"]["DayText"] | null;
    };
    BooksAgreement: {
      agrees: boolean;
      asOf: components["schemas"]["DayText"];
      controls: {
        accountCode: string;
        accountName: string;
        difference: components["schemas"]["MoneyText"];
        inTheBooks: components["schemas"]["MoneyText"];
        inTheSubLedger: components["schemas"]["MoneyText"];
      }[];
      credit: components["schemas"]["MoneyText"];
      currency: string;
      debit: components["schemas"]["MoneyText"];
      unsettled: {
        accountCode: string;
        accountName: string;
        amount: components["schemas"]["MoneyText"];
      }[];
    };
    BusinessDayList: {
      items: components["schemas"]["BusinessDayView"][];
      nextCursor: string | null;
      total?: number;
    };
    BusinessDayState: {
      businessDate: components["schemas"]["DayText"];
      calendarToday: components["schemas"]["DayText"];
      openTills: {
        cashier: string;
        code: string;
        id: components["schemas"]["Id"];
      }[];
      waits: boolean;
    };
    BusinessDayView: {
      businessDate: components["schemas"]["DayText"];
      closedAt: components["schemas"]["InstantText"] | null;
      closedBy: string | null;
      entries: number;
      openedAt: components["schemas"]["InstantText"];
      /** @enum {string} */
      status: "open" | "closed";
    };
    CancelMeetingBody: {
      reason: string;
    };
    CarriedResolution: {
      decidedOn: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      loanId: components["schemas"]["Id"] | null;
      meeting: string;
      meetingId: components["schemas"]["Id"];
      number: string;
      text: string;
    };
    CarriedResolutionList: {
      items: components["schemas"]["CarriedResolution"][];
      nextCursor: string | null;
      total?: number;
    };
    CashCount: {
      [key: string]: number;
    };
    CashierList: {
      items: {
        id: components["schemas"]["Id"];
        name: string;
      }[];
    };
    CastingVoteBody: {
      /** @enum {string} */
      choice: "for" | "against";
    };
    CertificateQuery: {
      language?: components["schemas"]["LanguageCode"];
    };
    ChangeAgentBody: {
      memberId: components["schemas"]["IdInput"] | null;
      version: number;
    };
    ChangeCollectionRouteBody: {
      agentId: components["schemas"]["IdInput"];
      name: string;
      version: number;
    };
    ChangeDailyAccountBody: {
      dailyAmount: components["schemas"]["AmountInput"];
      routeId: components["schemas"]["IdInput"];
    };
    ChangedProfile: {
      approvalId: components["schemas"]["Id"] | null;
      member: components["schemas"]["MemberView"];
      waiting: string[];
    };
    ChangeFeeBody: {
      amount: components["schemas"]["AmountOrZeroInput"];
      dueOnAdmission: boolean;
      effectiveFrom: components["schemas"]["DayInput"];
      legalBasis?: string;
      nameEn: string;
      nameHi: string;
      reason?: string;
    };
    ChangeHoldersBody: {
      guardianName?: string;
      memberIds: components["schemas"]["IdInput"][];
      /** @enum {string} */
      mode: "single" | "either-or-survivor" | "former-or-survivor" | "jointly" | "guardian";
      reason: string;
    };
    ChangeLoanProductBody: {
      accountCode: string;
      /** @enum {string} */
      allocation: "instalmentFirst" | "componentFirst";
      annualRate: components["schemas"]["RateInput"];
      closingFeePercent: components["schemas"]["RateInput"];
      collateral?: {
        kinds: ("gold" | "deposit" | "property" | "vehicle" | "other")[];
        overrideBy: ("recommender" | "decider") | null;
        tiers: {
          percent: components["schemas"]["RateInput"];
          upTo: components["schemas"]["AmountInput"] | null;
        }[];
      } | null;
      effectiveFrom: components["schemas"]["DayInput"];
      eligibility: {
        /** @enum {string} */
        kind: "shareMultiple" | "depositMultiple" | "thriftArrears" | "ownOverdue" | "exposure" | "takeHome";
        limit: string;
        overrideBy: ("recommender" | "decider") | null;
      }[];
      every: number;
      /** @enum {string} */
      excess: "advance" | "reduceInstalment" | "reduceTerm";
      /** @enum {string} */
      flatRebate: "unbegun" | "ruleOf78" | "nothing";
      guarantorDepositMultiple: components["schemas"]["RateInput"] | null;
      guarantorMostLoans: number | null;
      guarantorShareMultiple: components["schemas"]["RateInput"] | null;
      guarantorsNeeded: number;
      instalmentMultiple: components["schemas"]["AmountInput"];
      insurance?: {
        accountCode: string;
        /** @enum {string} */
        basis: "percent" | "perThousandYear" | "fixed";
        rate: string;
      } | null;
      /** @enum {string} */
      interestBasis: "scheduled" | "daily";
      /** @enum {string} */
      interestMethod: "declining" | "flat";
      isOffered: boolean;
      legalBasis?: string;
      maximumAmount: components["schemas"]["AmountInput"];
      maximumInstalments: number;
      membershipMonths: number;
      minimumAmount: components["schemas"]["AmountInput"];
      minimumInstalments: number;
      nameEn: string;
      nameHi: string;
      penalGraceDays?: number | null;
      penalRate?: components["schemas"]["RateInput"] | null;
      processingFeeMaximum: components["schemas"]["AmountOrZeroInput"] | null;
      processingFeeMinimum: components["schemas"]["AmountOrZeroInput"];
      processingFeePercent: components["schemas"]["RateInput"];
      reason?: string;
      /** @enum {string} */
      repayment: "equalInstalments" | "equalPrincipal" | "interestOnly" | "bullet";
      sanctionDays: number;
      shareLinkPercent: components["schemas"]["RateInput"];
      /** @enum {string} */
      unit: "weeks" | "months";
    };
    ChangeLogoBody: {
      logo: string;
    };
    ChangeMeetingBody: {
      chairUserId: components["schemas"]["IdInput"];
      heldOn: components["schemas"]["DayInput"];
      heldTime: string;
      items: {
        kind: components["schemas"]["AgendaKind"];
        subjectId?: components["schemas"]["IdInput"] | null;
        text?: string;
        title: string;
      }[];
      kind: components["schemas"]["MeetingKind"];
      link?: string | null;
      place: string;
      title: string;
      version: number;
    };
    ChangeNoticeBody: {
      audience: components["schemas"]["NoticeAudience"];
      expiresOn?: components["schemas"]["DayInput"] | null;
      isPinned?: boolean;
      kind: components["schemas"]["NoticeKind"];
      priority: components["schemas"]["NoticePriority"];
      publishOn?: components["schemas"]["DayInput"] | null;
      publishTime?: string | null;
      texts: {
        language: components["schemas"]["NoticeLanguage"];
        text: string;
        title: string;
      }[];
      version: number;
    };
    ChangePasswordBody: {
      currentPassword: string;
      newPassword: string;
    };
    ChangeProductBody: {
      annualRate: string;
      /** @enum {string} */
      appliesTo?: "all" | "new";
      /** @enum {string} */
      dayCount?: "actual/365" | "actual/actual" | "30/360";
      dormantMonths?: number | null;
      effectiveFrom: components["schemas"]["DayInput"];
      /** @enum {string} */
      interestBasis?: "dailyProduct" | "minimumFromTenth";
      interestMonths?: number[];
      isOffered?: boolean;
      legalBasis?: string;
      minimumBalance: components["schemas"]["AmountOrZeroInput"];
      minimumDeposit?: components["schemas"]["AmountOrZeroInput"];
      nameEn: string;
      nameHi: string;
      rates?: {
        amountFrom: components["schemas"]["AmountOrZeroInput"];
        annualRate: components["schemas"]["RateInput"];
        /** @enum {string} */
        category: "general" | "senior" | "woman" | "staff" | "institution";
      }[];
      reason?: string;
      /** @enum {string} */
      rounding?: "paisa" | "rupee";
      /** @enum {string} */
      slabMethod?: "wholeBalance" | "marginal";
      /** @enum {string} */
      withdrawal?: "free" | "goal" | "closing" | "membership";
    };
    ChangeProfileBody: {
      addressLine?: string;
      bankDetails?: {
        accountName: string;
        accountNumber: string;
        ifsc: string;
      };
      dateOfBirth?: components["schemas"]["DayInput"];
      district?: string;
      email?: string | null;
      language?: components["schemas"]["LanguageCode"];
      locality?: string;
      name?: string;
      nameLocal?: string;
      nominees?: components["schemas"]["NomineeInput"][];
      occupation?: string;
      pan?: string;
      phone?: string;
      phoneSharedReason?: string;
      postalCode?: string;
      state?: string;
      version: number;
    };
    ChangeRiskBody: {
      reason: string;
      riskClass: components["schemas"]["RiskClass"];
    };
    ChangeRoleBody: {
      permissions: ("own.profile.read" | "own.profile.change" | "own.accounts.read" | "own.transfer" | "own.loan.apply" | "member.read" | "member.register" | "member.change" | "member.identity.disclose" | "member.login.issue" | "application.read" | "application.recommend" | "application.decide" | "member.status.request" | "kyc.check" | "counter.read" | "till.operate" | "receipt.take" | "savings.withdraw" | "savings.transfer" | "deposit.open" | "entry.reverse" | "till.manage" | "collections.own" | "collections.read" | "collections.enter" | "collections.manage" | "loan.read" | "loan.apply" | "loan.recommend" | "loan.decide" | "loan.disburse" | "share.read" | "share.allot" | "books.read" | "voucher.enter" | "day.close" | "approval.read" | "approval.decide" | "dashboard.read" | "audit.read" | "export.read" | "notice.write" | "message.answer" | "meeting.read" | "meeting.manage" | "meeting.sit" | "settings.read" | "settings.change" | "user.read" | "user.manage" | "role.manage" | "system.read")[];
      reason?: string;
      version: number;
    };
    ChangeSanctionLevelsBody: {
      effectiveFrom: components["schemas"]["DayInput"];
      legalBasis?: string;
      levels: {
        roleCode: string;
        upTo: components["schemas"]["AmountInput"] | null;
      }[];
      reason?: string;
    };
    ChangeSettingBody: {
      effectiveFrom: components["schemas"]["DayInput"];
      legalBasis?: string;
      reason?: string;
      value: string | number | boolean | null;
    };
    ChangeStaffUserBody: {
      email?: string | null;
      name?: string;
      phone?: string | null;
      reason?: string;
      /** @enum {string} */
      status?: "active" | "suspended" | "closed";
      version: number;
    };
    ChangeTermProductBody: {
      /** @enum {string} */
      appliesTo?: "all" | "new";
      /** @enum {string} */
      atMaturity: "renew-principal" | "renew-with-interest" | "to-savings" | "pay-out" | "wait";
      /** @enum {string} */
      compounding: "simple" | "monthly" | "quarterly" | "half-yearly" | "yearly";
      /** @enum {string} */
      dayCount: "actual/365" | "actual/actual" | "30/360";
      effectiveFrom: components["schemas"]["DayInput"];
      graceDays?: number;
      irregularAfterMissed?: number | null;
      isOffered: boolean;
      isPayoutDiscounted: boolean;
      /** @enum {string} */
      kind: "fixed" | "recurring";
      lateFinePerHundred: components["schemas"]["AmountOrZeroInput"] | null;
      legalBasis?: string;
      lockInDays: number;
      maximumAmount: components["schemas"]["AmountInput"] | null;
      maximumMonths: number;
      minimumAmount: components["schemas"]["AmountInput"];
      multipleOf?: components["schemas"]["AmountInput"] | null;
      nameEn: string;
      nameHi: string;
      /** @enum {string} */
      payout: "maturity" | "monthly" | "quarterly" | "half-yearly";
      prematurePenalty: components["schemas"]["RateInput"];
      rates: {
        amountFrom: components["schemas"]["AmountOrZeroInput"];
        annualRate: components["schemas"]["RateInput"];
        /** @enum {string} */
        category: "general" | "senior" | "woman" | "staff" | "institution";
        termFrom: number;
        /** @enum {string} */
        termUnit: "days" | "months";
      }[];
      reason?: string;
      /** @enum {string} */
      rounding: "paisa" | "rupee";
    };
    ChangeTillBody: {
      assignedUserId: components["schemas"]["IdInput"] | null;
      name: string;
      version: number;
    };
    ChangeTillLimitBody: {
      cashLimit: components["schemas"]["AmountInput"] | null;
      reason?: string;
      version: number;
    };
    ChangeUserRoleBody: {
      reason: string;
      role: string;
      version: number;
    };
    ChangeWebhookBody: {
      events: ("receipt.issued" | "savings.withdrawn" | "savings.transferred" | "voucher.posted" | "entry.reversed" | "interest.credited" | "shares.allotted" | "deposit.matured" | "loan.sanctioned" | "loan.disbursed" | "loan.repaid" | "loan.closed" | "loan.overdue" | "application.submitted" | "member.approved" | "member.activated" | "member.status-changed" | "payment.claimed" | "payment.rejected" | "statement.imported" | "bank-line.resolved" | "till.opened" | "till.closed" | "business-day.moved" | "day-end.finished" | "day-end.stopped" | "notice.published" | "message.received")[];
      name: string;
      /** @enum {string} */
      state: "on" | "paused";
      /** Format: uri */
      url: string;
    };
    ChooseNotificationsBody: {
      choices: {
        /** @enum {string} */
        channel: "push" | "email" | "sms";
        isOn: boolean;
        /** @enum {string} */
        kind: "money" | "reminders" | "overdue" | "accounts" | "office" | "notices" | "decisions" | "security" | "legal";
      }[];
      /** @enum {string} */
      language: "en" | "hi" | "ne";
      quiet: {
        /** @constant */
        whose: "society";
      } | {
        /** @constant */
        whose: "none";
      } | {
        from: string;
        to: string;
        /** @constant */
        whose: "own";
      };
    };
    ClaimPaymentBody: {
      number: string;
    };
    CloseDayAnswer: {
      businessDate: components["schemas"]["DayText"];
      closed: components["schemas"]["DayText"];
    };
    CloseMessageBody: {
      reason: string;
    };
    CloseTermDepositAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      closure: components["schemas"]["TermClosureView"];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      paysLoans: {
        id: components["schemas"]["Id"];
        number: string;
      }[];
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      entryId: components["schemas"]["Id"] | null;
      paid: components["schemas"]["MoneyText"];
      /** @constant */
      preview: false;
      receiptId: components["schemas"]["Id"] | null;
      /** @constant */
      status: "closed";
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
      /** @constant */
      status: "waiting";
    };
    CloseTermDepositBody: {
      payment: components["schemas"]["TermPayment"];
      reason?: string;
    };
    CloseTillAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      counted: components["schemas"]["MoneyText"];
      difference: components["schemas"]["MoneyText"];
      expected: components["schemas"]["MoneyText"];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      /** @constant */
      preview: false;
      session: components["schemas"]["TillSessionView"];
    };
    CloseTillBody: {
      count: components["schemas"]["CashCount"];
      note?: string;
      toVault: components["schemas"]["AmountOrZeroInput"];
    };
    CodeParams: {
      code: string;
    };
    CollateralAsked: {
      approvalId: components["schemas"]["Id"];
    };
    CollateralItem: {
      depositId: components["schemas"]["Id"] | null;
      description: string;
      gold: {
        deduction: string;
        grossWeight: string;
        netWeight: string;
        packetNumber: string;
        pieces: number;
        purity: number;
        ratePerGram: components["schemas"]["MoneyText"];
      } | null;
      id: components["schemas"]["Id"];
      keptWhere: string | null;
      kind: components["schemas"]["CollateralKind"];
      ownerName: string;
      receiptAgreedBy: string | null;
      receivedBy: string | null;
      receivedOn: components["schemas"]["DayText"] | null;
      releaseAgreedBy: string | null;
      releasedBy: string | null;
      releasedOn: components["schemas"]["DayText"] | null;
      releasedTo: string | null;
      /** @enum {string} */
      status: "offered" | "held" | "released" | "removed";
      value: components["schemas"]["MoneyText"];
      valuedBy: string;
      valuedOn: components["schemas"]["DayText"];
    };
    CollateralItemParams: {
      id: components["schemas"]["IdInput"];
      itemId: components["schemas"]["IdInput"];
    };
    /** @enum {string} */
    CollateralKind: "gold" | "deposit" | "property" | "vehicle" | "other";
    CollateralList: {
      count: number;
      currency: string;
      items: components["schemas"]["CollateralRow"][];
      nextCursor: string | null;
      total?: number;
      value: components["schemas"]["MoneyText"];
    };
    CollateralQuery: {
      cursor?: string;
      kind?: components["schemas"]["CollateralKind"];
      limit?: string;
      q?: string;
      /** @enum {string} */
      show?: "all" | "offered" | "held" | "toReturn" | "released";
    };
    CollateralRow: {
      closedOn: components["schemas"]["DayText"] | null;
      depositId: components["schemas"]["Id"] | null;
      description: string;
      gold: {
        deduction: string;
        grossWeight: string;
        netWeight: string;
        packetNumber: string;
        pieces: number;
        purity: number;
        ratePerGram: components["schemas"]["MoneyText"];
      } | null;
      id: components["schemas"]["Id"];
      keptWhere: string | null;
      kind: components["schemas"]["CollateralKind"];
      loanId: components["schemas"]["Id"];
      loanNumber: string;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      outstanding: components["schemas"]["MoneyText"];
      ownerName: string;
      receiptAgreedBy: string | null;
      receivedBy: string | null;
      receivedOn: components["schemas"]["DayText"] | null;
      releaseAgreedBy: string | null;
      releasedBy: string | null;
      releasedOn: components["schemas"]["DayText"] | null;
      releasedTo: string | null;
      /** @enum {string} */
      status: "offered" | "held" | "released" | "removed";
      value: components["schemas"]["MoneyText"];
      valuedBy: string;
      valuedOn: components["schemas"]["DayText"];
    };
    CollectAnswer: {
      balance: components["schemas"]["MoneyText"];
      cash: components["schemas"]["MoneyText"];
      collectedToday: components["schemas"]["MoneyText"];
      isOverLimit: boolean;
      receipt: components["schemas"]["ReceiptView"];
    };
    CollectBody: {
      amount: components["schemas"]["AmountInput"];
      collectedOn?: components["schemas"]["DayInput"];
      depositId: components["schemas"]["IdInput"];
    };
    CollectionList: {
      items: components["schemas"]["CollectionRow"][];
      nextCursor: string | null;
      total?: number;
    };
    CollectionQuery: {
      agentId?: components["schemas"]["IdInput"];
      cursor?: string;
      depositId?: components["schemas"]["IdInput"];
      from?: components["schemas"]["DayInput"];
      limit?: string;
      to?: components["schemas"]["DayInput"];
    };
    CollectionRouteList: {
      items: components["schemas"]["CollectionRouteView"][];
    };
    CollectionRouteView: {
      accounts: number;
      agentId: components["schemas"]["Id"];
      agentName: string;
      agentNumber: string;
      code: string;
      id: components["schemas"]["Id"];
      name: string;
      version: number;
    };
    CollectionRow: {
      accountNumber: string;
      agentId: components["schemas"]["Id"];
      agentName: string;
      amount: components["schemas"]["MoneyText"];
      collectedOn: components["schemas"]["DayText"];
      depositId: components["schemas"]["Id"];
      entryId: components["schemas"]["Id"];
      id: components["schemas"]["Id"];
      isFromSheet: boolean;
      isReversed: boolean;
      memberId: components["schemas"]["Id"];
      memberName: string;
      receiptId: components["schemas"]["Id"];
      receiptNumber: string;
    };
    CollectionSheetAnswer: {
      cash: components["schemas"]["MoneyText"];
      receipts: {
        amount: components["schemas"]["MoneyText"];
        depositId: components["schemas"]["Id"];
        number: string;
        receiptId: components["schemas"]["Id"];
      }[];
      total: components["schemas"]["MoneyText"];
    };
    CollectionSheetBody: {
      agentId: components["schemas"]["IdInput"];
      collectedOn?: components["schemas"]["DayInput"];
      rows: {
        amount: components["schemas"]["AmountInput"];
        depositId: components["schemas"]["IdInput"];
      }[];
      total: components["schemas"]["AmountInput"];
    };
    CommissionPaperQuery: {
      language?: components["schemas"]["LanguageCode"];
      month: components["schemas"]["MonthInput"];
    };
    CommissionQuery: {
      month: components["schemas"]["MonthInput"];
    };
    CommissionView: {
      agentName: string;
      agentNumber: string;
      collected: components["schemas"]["MoneyText"];
      commission: components["schemas"]["MoneyText"];
      currency: string;
      entryId: components["schemas"]["Id"] | null;
      isPaid: boolean;
      lines: {
        collected: components["schemas"]["MoneyText"];
        commission: components["schemas"]["MoneyText"];
        from: components["schemas"]["DayText"];
        rate: string;
        to: components["schemas"]["DayText"];
      }[];
      month: string;
      monthFrom: components["schemas"]["DayText"];
      monthTo: components["schemas"]["DayText"];
      net: components["schemas"]["MoneyText"];
      notHandedOver: components["schemas"]["MoneyText"];
      tax: components["schemas"]["MoneyText"];
      taxRate: string | null;
    };
    CommitteeAgenda: {
      currency: string;
      items: components["schemas"]["AgendaRow"][];
      on: components["schemas"]["DayText"];
      total: components["schemas"]["MoneyText"];
    };
    ComparedPlans: {
      after: {
        interest: components["schemas"]["MoneyText"];
        total: components["schemas"]["MoneyText"];
      };
      before: {
        interest: components["schemas"]["MoneyText"];
        total: components["schemas"]["MoneyText"];
      };
      days: {
        after: {
          balance: components["schemas"]["MoneyText"];
          charges: components["schemas"]["MoneyText"];
          dueOn: components["schemas"]["DayText"];
          interest: components["schemas"]["MoneyText"];
          principal: components["schemas"]["MoneyText"];
          total: components["schemas"]["MoneyText"];
        } | null;
        before: {
          balance: components["schemas"]["MoneyText"];
          charges: components["schemas"]["MoneyText"];
          dueOn: components["schemas"]["DayText"];
          interest: components["schemas"]["MoneyText"];
          principal: components["schemas"]["MoneyText"];
          total: components["schemas"]["MoneyText"];
        } | null;
        dueOn: components["schemas"]["DayText"];
      }[];
    };
    ConsentByCodeBody: {
      code: string;
      memberId: components["schemas"]["IdInput"];
    };
    ControlAccountRows: {
      accountCode: string;
      entryIds: components["schemas"]["Id"][];
      rows: {
        depositId: components["schemas"]["Id"] | null;
        difference: components["schemas"]["MoneyText"];
        kept: components["schemas"]["MoneyText"];
        memberId: components["schemas"]["Id"] | null;
        number: string;
        posted: components["schemas"]["MoneyText"];
        subLedger: string;
      }[];
    };
    CopyRoleBody: {
      from: string;
      nameEn: string;
      nameHi: string;
    };
    CounterMember: {
      deposits: components["schemas"]["MemberDepositView"][];
      dues: components["schemas"]["DueView"][];
      duesOutstanding: components["schemas"]["MoneyText"];
      id: components["schemas"]["Id"];
      instalments: {
        accountNumber: string;
        amount: components["schemas"]["MoneyText"];
        depositId: components["schemas"]["Id"];
        dueOn: components["schemas"]["DayText"];
        fine: components["schemas"]["MoneyText"];
        monthsLate: number;
        movesTo: components["schemas"]["DayText"] | null;
        number: number;
        product: string;
      }[];
      loans: {
        daysPastDue: number;
        due: components["schemas"]["MoneyText"];
        guarantors: {
          memberId: components["schemas"]["Id"];
          memberNumber: string;
          name: string;
        }[];
        isWrittenOff: boolean;
        loanId: components["schemas"]["Id"];
        nextDueOn: components["schemas"]["DayText"] | null;
        number: string;
        owed: components["schemas"]["MoneyText"];
        payoff: components["schemas"]["MoneyText"];
        product: string;
      }[];
      locality: string;
      memberNumber: string;
      moneyInAllowed: boolean;
      moneyOutAllowed: boolean;
      movements: {
        entryId: components["schemas"]["Id"];
        /** @enum {string} */
        kind: "receipt" | "withdrawal" | "transfer";
        mode: string;
        number: string;
        postedOn: components["schemas"]["DayText"];
        receiptId: components["schemas"]["Id"] | null;
        recordedAt: components["schemas"]["InstantText"];
        reversedByEntryId: components["schemas"]["Id"] | null;
        tillCode: string | null;
        total: components["schemas"]["MoneyText"];
      }[];
      name: string;
      nameLocal: string | null;
      phone: string | null;
      photoFileId: string | null;
      shares: {
        amount: components["schemas"]["MoneyText"];
        faceValue: components["schemas"]["MoneyText"];
        pending: components["schemas"]["MoneyText"];
        shares: number;
      };
      signatureFileId: string | null;
      status: components["schemas"]["MemberStatus"];
      statusSince: components["schemas"]["DayText"];
      sureties: {
        borrowerId: components["schemas"]["Id"];
        borrowerName: string;
        borrowerNumber: string;
        isWrittenOff: boolean;
        left: components["schemas"]["MoneyText"];
        loanId: components["schemas"]["Id"];
        number: string;
        overdue: components["schemas"]["MoneyText"];
      }[];
      thriftDues: {
        arrears: components["schemas"]["MoneyText"];
        depositId: components["schemas"]["Id"];
        monthsInArrear: number;
        since: components["schemas"]["DayText"];
      }[];
      unverifiedPictures: ("photo" | "signature")[];
      warnings: {
        code: string;
        detail: string;
      }[];
    };
    CounterSearch: {
      items: {
        id: components["schemas"]["Id"];
        locality: string;
        memberNumber: string;
        name: string;
        nameLocal: string | null;
        phone: string | null;
        status: components["schemas"]["MemberStatus"];
      }[];
    };
    CounterSearchQuery: {
      q: string;
    };
    CreateCollectionRouteBody: {
      agentId: components["schemas"]["IdInput"];
      code: string;
      name: string;
    };
    CreatedStaffUser: {
      expiresAt: components["schemas"]["InstantText"];
      oneTimeCode: string;
      user: components["schemas"]["StaffUserView"];
    };
    CreatedTaxDeclaration: {
      id: components["schemas"]["Id"];
    };
    CreateStaffUserBody: {
      email?: string;
      language?: components["schemas"]["LanguageCode"];
      name: string;
      phone?: string;
      role: string;
      username: string;
    };
    CreateTillBody: {
      code: string;
      name: string;
    };
    CurrentTillSession: {
      session: components["schemas"]["TillSessionView"] | null;
    };
    DailyAccountList: {
      items: components["schemas"]["DailyAccountView"][];
      nextCursor: string | null;
      total?: number;
    };
    DailyAccountQuery: {
      agentId?: components["schemas"]["IdInput"];
      cursor?: string;
      limit?: string;
      memberId?: components["schemas"]["IdInput"];
      q?: string;
      routeId?: components["schemas"]["IdInput"];
      /** @enum {string} */
      sort?: "accountNumber" | "maturesOn" | "position";
      /** @enum {string} */
      status?: "active" | "closed";
      total?: components["schemas"]["FlagQuery"];
    };
    DailyAccountView: {
      accountNumber: string;
      agentId: components["schemas"]["Id"];
      agentName: string;
      balance: components["schemas"]["MoneyText"];
      collectedToday: components["schemas"]["MoneyText"];
      dailyAmount: components["schemas"]["MoneyText"];
      id: components["schemas"]["Id"];
      maturesOn: components["schemas"]["DayText"];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      openedOn: components["schemas"]["DayText"];
      position: number;
      routeCode: string;
      routeId: components["schemas"]["Id"];
      routeName: string;
      status: string;
    };
    DashboardApplicationAges: {
      ages: {
        /** @enum {string} */
        age: "today" | "days-1-3" | "days-4-7" | "days-8-30" | "older";
        count: number;
        submittedFrom: components["schemas"]["DayText"] | null;
        submittedTo: components["schemas"]["DayText"];
      }[];
      total: number;
    };
    DashboardCashFlow: {
      currency: string;
      days: {
        on: components["schemas"]["DayText"];
        paymentCount: number;
        payments: components["schemas"]["MoneyText"];
        receiptCount: number;
        receipts: components["schemas"]["MoneyText"];
      }[];
      totals: {
        payments: components["schemas"]["MoneyText"];
        receipts: components["schemas"]["MoneyText"];
      };
    };
    DashboardExceptions: {
      acts: {
        action: string;
        count: number;
      }[];
      kinds: {
        count: number;
        /** @enum {string} */
        kind: "reversal" | "back-dated" | "after-day" | "cash-difference" | "cash-above-limit";
      }[];
      since: components["schemas"]["DayText"];
      sinceLastVisit: boolean;
    };
    DashboardGrowth: {
      currency: string;
      months: {
        activeMembers: number;
        from: components["schemas"]["DayText"];
        joined: number;
        on: components["schemas"]["DayText"];
        savings: components["schemas"]["MoneyText"];
        shareCapital: components["schemas"]["MoneyText"];
      }[];
    };
    DashboardMaturities: {
      currency: string;
      interest: {
        amount: components["schemas"]["MoneyText"];
        count: number;
        on: components["schemas"]["DayText"];
      } | null;
      maturing: {
        count: number;
        days: number;
        /** @enum {string} */
        kind: "fixed" | "recurring";
        until: components["schemas"]["DayText"];
        value: components["schemas"]["MoneyText"];
      }[];
    };
    DashboardStats: {
      activeLoanAmount: components["schemas"]["MoneyText"];
      activeMembers: number;
      activeNotices: number;
      activity: {
        at: components["schemas"]["InstantText"];
        entryId: components["schemas"]["Id"] | null;
        event: string;
        id: components["schemas"]["Id"];
        memberId: components["schemas"]["Id"] | null;
        text: string;
      }[];
      approvedToday: number;
      bank: components["schemas"]["MoneyText"];
      businessDate: components["schemas"]["DayText"];
      collateralToReturn: number;
      currency: string;
      lastUpdated: components["schemas"]["InstantText"];
      lateMessages: number;
      membersByStatus: {
        [key: string]: number;
      };
      openMessages: number;
      overdueAmount: components["schemas"]["MoneyText"];
      overdueLoans: number;
      papersToCheck: number;
      pendingApprovals: number;
      pendingLoans: number;
      pendingRequests: number;
      runningLoans: number;
      shareCapital: components["schemas"]["MoneyText"];
      sharePending: components["schemas"]["MoneyText"];
      tills: {
        cash: components["schemas"]["MoneyText"];
        cashier: string | null;
        code: string;
        id: components["schemas"]["Id"];
        isOpen: boolean;
        name: string;
      }[];
      today: {
        paymentCount: number;
        payments: components["schemas"]["MoneyText"];
        receiptCount: number;
        receipts: components["schemas"]["MoneyText"];
      };
      totalDeposits: components["schemas"]["MoneyText"];
      vaultCash: components["schemas"]["MoneyText"];
    };
    DayBook: {
      cash: {
        closing: components["schemas"]["MoneyText"];
        opening: components["schemas"]["MoneyText"];
        payments: components["schemas"]["MoneyText"];
        receipts: components["schemas"]["MoneyText"];
      };
      credit: components["schemas"]["MoneyText"];
      currency: string;
      debit: components["schemas"]["MoneyText"];
      entries: {
        id: components["schemas"]["Id"];
        kind: string;
        maker: string;
        memberId: components["schemas"]["Id"] | null;
        memberName: string | null;
        memberNumber: string | null;
        mode: string | null;
        narration: string;
        number: string;
        postedOn: components["schemas"]["DayText"];
        postings: components["schemas"]["PostingView"][];
        receiptId: components["schemas"]["Id"] | null;
        recordedAt: components["schemas"]["InstantText"];
        reversedByEntryId: components["schemas"]["Id"] | null;
        reversesEntryId: components["schemas"]["Id"] | null;
        tillCode: string | null;
        total: components["schemas"]["MoneyText"];
        valueOn: components["schemas"]["DayText"];
      }[];
      nextCursor: string | null;
      on: components["schemas"]["DayText"];
      /** @enum {string} */
      status: "open" | "closed" | "none";
    };
    DayBookPageQuery: {
      cursor?: string;
      limit?: string;
      on: components["schemas"]["DayInput"];
    };
    DayEndDetails: {
      amount: components["schemas"]["MoneyText"];
      credited: number;
      currency: string;
      day: components["schemas"]["DayText"];
      durationMs: number | null;
      endedAt: components["schemas"]["InstantText"] | null;
      failures: {
        accountNumber: string;
        code: string;
        depositId: components["schemas"]["Id"];
        failedAt: components["schemas"]["InstantText"];
        memberName: string;
        reason: string;
        resolvedAt: components["schemas"]["InstantText"] | null;
        /** @enum {string} */
        step: "check-tills" | "raise-dues" | "pay-interest" | "mature-deposits" | "take-instructions" | "lapse-sanctions" | "debit-loans" | "age-loans" | "accrue-loans" | "mark-missed" | "settle-daily" | "remind" | "credit-interest" | "accrue-interest" | "mark-dormant" | "end-holds" | "check-books" | "close-day";
      }[];
      failuresLeft: number;
      startedAt: components["schemas"]["InstantText"];
      /** @enum {string} */
      state: "running" | "stopped" | "ended";
      steps: components["schemas"]["DayEndStepView"][];
      stopped: {
        code: string;
        reason: string;
        /** @enum {string} */
        step: "check-tills" | "raise-dues" | "pay-interest" | "mature-deposits" | "take-instructions" | "lapse-sanctions" | "debit-loans" | "age-loans" | "accrue-loans" | "mark-missed" | "settle-daily" | "remind" | "credit-interest" | "accrue-interest" | "mark-dormant" | "end-holds" | "check-books" | "close-day";
      } | null;
    };
    DayEndList: {
      currency: string;
      items: components["schemas"]["DayEndView"][];
      nextCursor: string | null;
      total?: number;
      totals: {
        amount: components["schemas"]["MoneyText"];
        credited: number;
        days: number;
        failuresLeft: number;
      } | null;
    };
    DayEndQuery: {
      cursor?: string;
      from?: components["schemas"]["DayInput"];
      limit?: string;
    };
    DayEndState: {
      accountsPercent: number;
      businessDate: components["schemas"]["DayText"];
      calendarToday: components["schemas"]["DayText"];
      current: components["schemas"]["DayEndDetails"] | null;
      days: number;
      failuresLeft: number;
      from: components["schemas"]["DayText"];
      interestDays: components["schemas"]["DayText"][];
      openTills: {
        businessDate: components["schemas"]["DayText"];
        cashier: string;
        code: string;
        id: components["schemas"]["Id"];
      }[];
      /** @enum {string} */
      state: "ended" | "due" | "running" | "stopped";
      until: components["schemas"]["DayText"];
    };
    DayEndStepView: {
      amount: components["schemas"]["MoneyText"];
      done: number;
      endedAt: components["schemas"]["InstantText"] | null;
      startedAt: components["schemas"]["InstantText"] | null;
      /** @enum {string} */
      state: "waiting" | "running" | "stopped" | "done";
      /** @enum {string} */
      step: "check-tills" | "raise-dues" | "pay-interest" | "mature-deposits" | "take-instructions" | "lapse-sanctions" | "debit-loans" | "age-loans" | "accrue-loans" | "mark-missed" | "settle-daily" | "remind" | "credit-interest" | "accrue-interest" | "mark-dormant" | "end-holds" | "check-books" | "close-day";
    };
    DayEndView: {
      amount: components["schemas"]["MoneyText"];
      credited: number;
      day: components["schemas"]["DayText"];
      durationMs: number | null;
      endedAt: components["schemas"]["InstantText"] | null;
      failuresLeft: number;
      startedAt: components["schemas"]["InstantText"];
      /** @enum {string} */
      state: "running" | "stopped" | "ended";
      steps: components["schemas"]["DayEndStepView"][];
    };
    DayInput: string;
    DayParams: {
      date: components["schemas"]["DayInput"];
    };
    DayText: string;
    DecideBody: {
      note?: string;
    };
    DecidedAnswer: {
      approval: components["schemas"]["ApprovalView"];
      receiptId: components["schemas"]["Id"] | null;
    };
    DeclarationRegister: {
      items: components["schemas"]["DeclarationRegisterRow"][];
      nextCursor: string | null;
      total?: number;
      years: string[];
    };
    DeclarationRegisterQuery: {
      cursor?: string;
      limit?: string;
      q?: string;
      /** @enum {string} */
      sort?: "recordedAt" | "-recordedAt";
      /** @enum {string} */
      state?: "active" | "withdrawn";
      total?: components["schemas"]["FlagQuery"];
      year?: string;
    };
    DeclarationRegisterRow: {
      financialYear: string;
      id: components["schemas"]["Id"];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      number: string;
      panMasked: string | null;
      receivedOn: components["schemas"]["DayText"];
      recordedAt: components["schemas"]["InstantText"];
      recordedBy: string;
      withdrawnAt: components["schemas"]["InstantText"] | null;
      withdrawnBecause: string | null;
      withdrawnBy: string | null;
    };
    DeliveriesQuery: {
      /** @enum {string} */
      channel?: "email" | "sms";
      cursor?: string;
      limit?: string;
      /** @enum {string} */
      state?: "open" | "trouble" | "sent" | "all";
    };
    DeliveryList: {
      items: components["schemas"]["DeliveryView"][];
      nextCursor: string | null;
      total?: number;
    };
    DeliveryOverview: {
      channels: {
        /** @enum {string} */
        channel: "email" | "sms";
        downSince: components["schemas"]["InstantText"] | null;
        isInUse: boolean;
        lastError: string | null;
        lastSentAt: components["schemas"]["InstantText"] | null;
      }[];
      counts: {
        /** @enum {string} */
        channel: "email" | "sms";
        count: number;
        /** @enum {string} */
        state: "waiting" | "sending" | "sent" | "failed" | "unsure" | "dropped";
      }[];
      month: {
        cost: components["schemas"]["MoneyText"];
        days: {
          cost: components["schemas"]["MoneyText"];
          day: components["schemas"]["DayText"];
          email: number;
          sms: number;
        }[];
        from: components["schemas"]["DayText"];
      };
    };
    DeliveryView: {
      attempts: number;
      /** @enum {string} */
      channel: "email" | "sms";
      cost: components["schemas"]["MoneyText"] | null;
      createdAt: components["schemas"]["InstantText"];
      event: string;
      id: components["schemas"]["Id"];
      /** @enum {string} */
      kind: "money" | "reminders" | "overdue" | "accounts" | "office" | "notices" | "decisions" | "security" | "legal";
      lastError: string | null;
      mayRetry: boolean;
      nextAttemptAt: components["schemas"]["InstantText"] | null;
      parts: number | null;
      person: {
        memberId: components["schemas"]["Id"] | null;
        memberNumber: string | null;
        name: string;
      };
      sentTo: string | null;
      settledAt: components["schemas"]["InstantText"] | null;
      /** @enum {string} */
      state: "waiting" | "sending" | "sent" | "failed" | "unsure" | "dropped";
      template: string | null;
      title: string;
    };
    DemandGroupQuery: {
      /** @enum {string} */
      by: "employer" | "locality";
      until?: components["schemas"]["DayInput"];
    };
    DemandGroups: {
      currency: string;
      items: {
        amount: components["schemas"]["MoneyText"];
        employerId: components["schemas"]["Id"] | null;
        loans: number;
        name: string | null;
      }[];
      until: components["schemas"]["DayText"];
    };
    DemandList: {
      amount: components["schemas"]["MoneyText"];
      arrears: components["schemas"]["MoneyText"];
      count: number;
      currency: string;
      current: components["schemas"]["MoneyText"];
      items: components["schemas"]["DemandRow"][];
      nextCursor: string | null;
      total?: number;
      until: components["schemas"]["DayText"];
    };
    DemandQuery: {
      cursor?: string;
      employerId?: components["schemas"]["IdInput"];
      limit?: string;
      locality?: string;
      q?: string;
      until?: components["schemas"]["DayInput"];
    };
    DemandRow: {
      amount: components["schemas"]["MoneyText"];
      arrears: components["schemas"]["MoneyText"];
      current: components["schemas"]["MoneyText"];
      employeeNumber: string | null;
      employerName: string | null;
      loanId: components["schemas"]["Id"];
      loanNumber: string;
      locality: string;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      phone: string | null;
      productName: string;
    };
    DepositDetail: {
      accountNumber: string;
      available: components["schemas"]["MoneyText"];
      balance: components["schemas"]["MoneyText"];
      currency: string;
      dormancy: {
        dormantOn: components["schemas"]["DayText"];
        lastActiveOn: components["schemas"]["DayText"];
      } | null;
      goal: components["schemas"]["GoalFacts"] | null;
      goalPlan: components["schemas"]["GoalPlanView"] | null;
      hold: components["schemas"]["MoneyText"];
      holding: components["schemas"]["DepositHolding"];
      id: components["schemas"]["Id"];
      jointHolders: string[];
      kind: string;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      minimumBalance: components["schemas"]["MoneyText"];
      minimumDeposit: components["schemas"]["MoneyText"];
      nominees: components["schemas"]["DepositNominees"];
      openedOn: components["schemas"]["DayText"];
      plan: components["schemas"]["TermPlan"] | null;
      product: string;
      productCode: string;
      status: components["schemas"]["DepositStatus"];
      succession: components["schemas"]["DepositSuccession"];
      taxAtMaturity: {
        due: components["schemas"]["MoneyText"];
        interest: components["schemas"]["MoneyText"];
        interestBefore: components["schemas"]["MoneyText"];
        interestSoFar: components["schemas"]["MoneyText"];
        left: components["schemas"]["MoneyText"];
        paid: components["schemas"]["MoneyText"];
        rate: string;
        /** @enum {string} */
        reason: "none" | "declared" | "below-threshold" | "above-threshold" | "every-credit";
        tax: components["schemas"]["MoneyText"];
        taxBefore: components["schemas"]["MoneyText"];
        threshold: components["schemas"]["MoneyText"] | null;
      } | null;
      term: components["schemas"]["TermFacts"] | null;
      thrift: components["schemas"]["ThriftStandingView"] | null;
      version: number;
      /** @enum {string} */
      withdrawal: "free" | "goal" | "closing" | "membership";
    };
    DepositExplanation: {
      figure: string;
      lines: {
        entryId: components["schemas"]["Id"] | null;
        label: string;
        on: components["schemas"]["DayText"] | null;
        value: string;
      }[];
      rule: string;
      value: string;
    };
    DepositHolding: {
      guardianName: string | null;
      holders: {
        memberId: components["schemas"]["Id"];
        memberNumber: string;
        name: string;
      }[];
      /** @enum {string} */
      mode: "single" | "either-or-survivor" | "former-or-survivor" | "jointly" | "guardian";
    };
    DepositInterest: {
      accountNumber: string;
      credits: {
        creditedOn: components["schemas"]["DayText"] | null;
        entryId: components["schemas"]["Id"] | null;
        from: components["schemas"]["DayText"];
        interest: components["schemas"]["MoneyText"];
        lines: {
          annualRate: string;
          balance: components["schemas"]["MoneyText"];
          days: number;
          from: components["schemas"]["DayText"];
          interest: string;
          rateFrom: components["schemas"]["DayText"];
          to: components["schemas"]["DayText"];
        }[];
        replaced: {
          becauseEntryId: components["schemas"]["Id"];
          becauseNumber: string;
          creditedOn: components["schemas"]["DayText"] | null;
          entryId: components["schemas"]["Id"] | null;
          from: components["schemas"]["DayText"];
          interest: components["schemas"]["MoneyText"];
          lines: {
            annualRate: string;
            balance: components["schemas"]["MoneyText"];
            days: number;
            from: components["schemas"]["DayText"];
            interest: string;
            rateFrom: components["schemas"]["DayText"];
            to: components["schemas"]["DayText"];
          }[];
          reversalEntryId: components["schemas"]["Id"] | null;
          roundedTo: components["schemas"]["MoneyText"];
          to: components["schemas"]["DayText"];
          unrounded: string;
        }[];
        roundedTo: components["schemas"]["MoneyText"];
        to: components["schemas"]["DayText"];
        unrounded: string;
      }[];
      earned: {
        creditedOn: components["schemas"]["DayText"] | null;
        entryId: components["schemas"]["Id"] | null;
        from: components["schemas"]["DayText"];
        interest: components["schemas"]["MoneyText"];
        lines: {
          annualRate: string;
          balance: components["schemas"]["MoneyText"];
          days: number;
          from: components["schemas"]["DayText"];
          interest: string;
          rateFrom: components["schemas"]["DayText"];
          to: components["schemas"]["DayText"];
        }[];
        roundedTo: components["schemas"]["MoneyText"];
        to: components["schemas"]["DayText"];
        unrounded: string;
      } | null;
      taxes: {
        due: components["schemas"]["MoneyText"];
        entryId: components["schemas"]["Id"];
        interest: components["schemas"]["MoneyText"];
        interestBefore: components["schemas"]["MoneyText"];
        interestSoFar: components["schemas"]["MoneyText"];
        left: components["schemas"]["MoneyText"];
        postedOn: components["schemas"]["DayText"];
        rate: string;
        /** @enum {string} */
        reason: "none" | "declared" | "below-threshold" | "above-threshold" | "every-credit";
        tax: components["schemas"]["MoneyText"];
        taxBefore: components["schemas"]["MoneyText"];
        threshold: components["schemas"]["MoneyText"] | null;
      }[];
    };
    DepositInterestQuery: {
      entryId?: components["schemas"]["IdInput"];
    };
    DepositList: {
      items: components["schemas"]["DepositView"][];
      nextCursor: string | null;
      total?: number;
      totals?: {
        balance: components["schemas"]["MoneyText"];
        hold: components["schemas"]["MoneyText"];
      };
    };
    DepositNominees: {
      areOwn: boolean;
      items: components["schemas"]["NomineeView"][];
    };
    DepositProductList: {
      daily: {
        addEveryMonths: number;
        keptMonths: number;
        termMonths: number;
      };
      items: components["schemas"]["DepositProductView"][];
    };
    DepositProductView: {
      annualRate: string;
      code: string;
      /** @enum {string} */
      dayCount: "actual/365" | "actual/actual" | "30/360";
      effectiveFrom: components["schemas"]["DayText"];
      /** @enum {string} */
      interestBasis: "dailyProduct" | "minimumFromTenth";
      interestMonths: number[];
      /** @enum {string} */
      interestRule: "none" | "savings" | "thrift" | "daily";
      /** @enum {string} */
      kind: "savings" | "current" | "salary" | "thrift" | "daily" | "goal" | "optional" | "emergency";
      legalBasis: string | null;
      minimumBalance: components["schemas"]["MoneyText"];
      minimumDeposit: components["schemas"]["MoneyText"];
      name: string;
      rates: {
        amountFrom: components["schemas"]["MoneyText"];
        annualRate: string;
        /** @enum {string} */
        category: "general" | "senior" | "woman" | "staff" | "institution";
      }[];
      /** @enum {string} */
      rounding: "paisa" | "rupee";
      /** @enum {string} */
      slabMethod: "wholeBalance" | "marginal";
      /** @enum {string} */
      withdrawal: "free" | "goal" | "closing" | "membership";
    };
    DepositQuery: {
      cursor?: string;
      irregular?: components["schemas"]["FlagQuery"];
      /** @enum {string} */
      kind?: "savings" | "current" | "salary" | "thrift" | "daily" | "goal" | "optional" | "emergency" | "fixed" | "recurring" | "unclaimed";
      limit?: string;
      maturesFrom?: components["schemas"]["DayInput"];
      maturesTo?: components["schemas"]["DayInput"];
      memberId?: components["schemas"]["IdInput"];
      q?: string;
      /** @enum {string} */
      sort?: "accountNumber" | "-accountNumber" | "openedOn" | "-openedOn" | "maturesOn" | "-maturesOn";
      status?: components["schemas"]["DepositStatus"];
      total?: components["schemas"]["FlagQuery"];
    };
    DepositQuote: {
      amount: components["schemas"]["MoneyText"];
      annualRate: string;
      /** @enum {string} */
      atMaturity: "renew-principal" | "renew-with-interest" | "to-savings" | "pay-out" | "wait";
      /** @enum {string} */
      category: "general" | "senior" | "woman" | "staff" | "institution";
      currency: string;
      interest: components["schemas"]["MoneyText"];
      /** @enum {string} */
      kind: "fixed" | "recurring";
      lines: components["schemas"]["TermLineView"][];
      maturesOn: components["schemas"]["DayText"];
      maturityValue: components["schemas"]["MoneyText"];
      openedOn: components["schemas"]["DayText"];
      paidIn: components["schemas"]["MoneyText"];
      product: string;
      productCode: string;
      /** @enum {string} */
      rounding: "paisa" | "rupee";
      rule: string;
      unrounded: components["schemas"]["UnroundedText"] | null;
      version: components["schemas"]["TermProductVersion"];
    };
    DepositQuoteAnswer: components["schemas"]["DepositQuote"] | components["schemas"]["SavingsQuote"];
    DepositQuoteBody: {
      amount: components["schemas"]["AmountInput"];
      categories?: ("senior" | "woman" | "staff" | "institution")[];
      days?: number;
      monthly?: components["schemas"]["AmountOrZeroInput"];
      months?: number;
      openedOn?: components["schemas"]["DayInput"];
      productCode: string;
      saved?: components["schemas"]["AmountOrZeroInput"];
    };
    DepositRestriction: {
      allowsDeposits: boolean | null;
      amount: components["schemas"]["MoneyText"] | null;
      approvedBy: string | null;
      endApprovedBy: string | null;
      endedBy: string | null;
      endedOn: components["schemas"]["DayText"] | null;
      endReason: string | null;
      id: components["schemas"]["Id"];
      /** @enum {string} */
      kind: "hold" | "lien" | "freeze";
      reason: string | null;
      reference: string | null;
      setBy: string | null;
      setOn: components["schemas"]["DayText"];
      /** @enum {string} */
      status: "active" | "lifted" | "ended" | "moved";
      untilOn: components["schemas"]["DayText"] | null;
    };
    DepositRestrictionList: {
      items: components["schemas"]["DepositRestriction"][];
      waiting: {
        approvalId: components["schemas"]["Id"];
        isLift: boolean;
      }[];
    };
    /** @enum {string} */
    DepositStatus: "active" | "dormant" | "frozen" | "closed";
    DepositSuccession: {
      became: {
        accountNumber: string;
        amount: components["schemas"]["MoneyText"];
        id: components["schemas"]["Id"];
        /** @enum {string} */
        kind: "renewed" | "savings" | "unclaimed";
      }[];
      cameFrom: {
        accountNumber: string;
        id: components["schemas"]["Id"];
      } | null;
      closing: {
        entryId: components["schemas"]["Id"];
        postedOn: components["schemas"]["DayText"];
      } | null;
    };
    DepositView: {
      accountNumber: string;
      available: components["schemas"]["MoneyText"];
      balance: components["schemas"]["MoneyText"];
      currency: string;
      goal: components["schemas"]["GoalFacts"] | null;
      hold: components["schemas"]["MoneyText"];
      id: components["schemas"]["Id"];
      jointHolders: string[];
      kind: string;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      minimumBalance: components["schemas"]["MoneyText"];
      minimumDeposit: components["schemas"]["MoneyText"];
      openedOn: components["schemas"]["DayText"];
      product: string;
      productCode: string;
      status: components["schemas"]["DepositStatus"];
      term: components["schemas"]["TermFacts"] | null;
      version: number;
      /** @enum {string} */
      withdrawal: "free" | "goal" | "closing" | "membership";
    };
    DisburseLoanAnswer: {
      amount: components["schemas"]["MoneyText"];
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      earlierLoan: {
        amount: components["schemas"]["MoneyText"];
        number: string;
      } | null;
      feeTax: components["schemas"]["MoneyText"];
      inHand: components["schemas"]["MoneyText"];
      insurance: components["schemas"]["MoneyText"];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      nextInstalment: {
        dueOn: components["schemas"]["DayText"];
        interest: components["schemas"]["MoneyText"];
        total: components["schemas"]["MoneyText"];
      };
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      processingFee: components["schemas"]["MoneyText"];
      shares: components["schemas"]["MoneyText"];
      stillToPayOut: components["schemas"]["MoneyText"];
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
    };
    DisburseLoanBody: {
      amount?: components["schemas"]["AmountInput"];
      firstDueOn?: components["schemas"]["DayInput"];
      /** @enum {string} */
      mode?: "cash" | "cheque" | "bank" | "upi";
      reference?: string;
      toDepositId?: components["schemas"]["IdInput"];
    };
    DisclosureAnswer: {
      value: string;
    };
    DisclosureBody: {
      reason: string;
      /** @enum {string} */
      what: "pan" | "bank";
    };
    Done: {
      /** @constant */
      done: true;
    };
    DueView: {
      amount: components["schemas"]["MoneyText"];
      code: string;
      dueOn: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      kind: string;
      name: string;
      outstanding: components["schemas"]["MoneyText"];
      paid: components["schemas"]["MoneyText"];
    };
    DuplicateGroup: {
      bornOn: components["schemas"]["DayText"] | null;
      /** @enum {string} */
      kind: "phone" | "nameAndBirthDate";
      members: {
        id: components["schemas"]["Id"];
        joinedOn: components["schemas"]["DayText"];
        memberNumber: string;
        name: string;
        status: components["schemas"]["MemberStatus"];
      }[];
      shared: string;
    };
    DuplicateList: {
      isMore: boolean;
      items: components["schemas"]["DuplicateGroup"][];
    };
    DuplicatesQuery: {
      /** @enum {string} */
      kind?: "phone" | "nameAndBirthDate";
    };
    EligibilityResultView: {
      holds: boolean;
      /** @enum {string} */
      kind: "membership" | "loanToValue" | "shareMultiple" | "depositMultiple" | "thriftArrears" | "ownOverdue" | "exposure" | "takeHome";
      limit: string;
      overrideBy: ("recommender" | "decider") | null;
      times: {
        multiple: string;
        of: components["schemas"]["MoneyText"];
      } | null;
      /** @enum {string} */
      unit: "day" | "money" | "days" | "percent";
      value: string | null;
    };
    EmployerList: {
      items: components["schemas"]["EmployerView"][];
    };
    EmployerView: {
      id: components["schemas"]["Id"];
      members: number;
      name: string;
      version: number;
    };
    Employment: {
      employeeNumber: string | null;
      employerId: components["schemas"]["Id"];
      employerName: string;
    };
    EmploymentAnswer: {
      employment: components["schemas"]["Employment"] | null;
    };
    EmploymentBody: {
      employeeNumber?: string | null;
      employerId: components["schemas"]["IdInput"] | null;
    };
    EnterRepaymentSheetAnswer: {
      items: components["schemas"]["RepaymentSheetRow"][];
      left: components["schemas"]["MoneyText"];
      paid: components["schemas"]["MoneyText"];
      paidRows: number;
      /** @constant */
      preview: true;
      refusedRows: number;
      rows: number;
      total: components["schemas"]["MoneyText"];
    } | {
      number: string;
      /** @constant */
      preview: false;
      sheetId: components["schemas"]["Id"];
    };
    EnterRepaymentSheetBody: {
      csv: string;
      drawnOn?: string;
      mode: components["schemas"]["PaymentMode"];
      reference?: string;
      referenceOn?: components["schemas"]["DayInput"];
      total: components["schemas"]["AmountInput"];
    };
    EnterVoucherAnswer: components["schemas"]["ActPreview"] | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
    };
    EnterVoucherBody: {
      /** @enum {string} */
      kind: "opening" | "expense" | "contra" | "journal";
      lines: components["schemas"]["VoucherLineInput"][];
      narration: string;
      valueOn?: components["schemas"]["DayInput"];
    } | {
      amount: components["schemas"]["AmountInput"];
      from: {
        /** @constant */
        place: "vault";
      } | {
        /** @constant */
        place: "till";
        tillId: components["schemas"]["IdInput"];
      } | {
        accountCode: string;
        /** @constant */
        place: "bank";
      };
      /** @constant */
      kind: "cash";
      narration: string;
      to: {
        /** @constant */
        place: "vault";
      } | {
        /** @constant */
        place: "till";
        tillId: components["schemas"]["IdInput"];
      } | {
        accountCode: string;
        /** @constant */
        place: "bank";
      };
    };
    EntryCorrection: {
      countsFrom: components["schemas"]["DayText"];
      number: string;
      owedAfter: components["schemas"]["MoneyText"];
      owedBefore: components["schemas"]["MoneyText"];
      parts: {
        after: components["schemas"]["MoneyText"];
        before: components["schemas"]["MoneyText"];
        correction: components["schemas"]["MoneyText"];
        entry: components["schemas"]["MoneyText"];
        /** @enum {string} */
        part: "principal" | "interest" | "fee" | "penalty";
      }[];
      penalAfter: components["schemas"]["MoneyText"];
      penalBefore: components["schemas"]["MoneyText"];
      postings: components["schemas"]["PostingView"][];
    };
    EntryFigure: {
      figure: string;
      lines: {
        balance: string | null;
        label: string;
        on: components["schemas"]["DayText"] | null;
        value: string;
      }[];
      rule: string;
      value: components["schemas"]["MoneyText"];
      versions: {
        effectiveFrom: components["schemas"]["DayText"];
        legalBasis: string | null;
      }[];
    };
    EntryFigures: {
      items: components["schemas"]["EntryFigure"][];
    };
    ExceptionList: {
      items: components["schemas"]["ExceptionRow"][];
      nextCursor: string | null;
      total?: number;
    };
    ExceptionListQuery: {
      cursor?: string;
      /** @enum {string} */
      kind: "reversal" | "back-dated" | "after-day" | "cash-difference" | "cash-above-limit";
      limit?: string;
      since?: components["schemas"]["DayInput"];
    };
    ExceptionQuery: {
      since?: components["schemas"]["DayInput"];
    };
    ExceptionRow: {
      amount: components["schemas"]["MoneyText"];
      at: components["schemas"]["InstantText"] | null;
      by: string | null;
      entryId: components["schemas"]["Id"] | null;
      id: string;
      memberId: components["schemas"]["Id"] | null;
      number: string;
      on: components["schemas"]["DayText"];
      words: string;
    };
    ExpectedPeople: {
      items: {
        joinedOn: components["schemas"]["DayText"];
        memberId: components["schemas"]["Id"];
        memberNumber: string;
        name: string;
        nameLocal: string | null;
        outstanding: components["schemas"]["MoneyText"];
      }[];
      total: number;
    };
    FeeHistory: {
      items: {
        amount: components["schemas"]["MoneyText"];
        approvedBy: string | null;
        dueOnAdmission: boolean;
        effectiveFrom: components["schemas"]["DayText"];
        legalBasis: string | null;
        name: string;
        reason: string | null;
        recordedAt: components["schemas"]["InstantText"] | null;
        setBy: string | null;
      }[];
    };
    FeeList: {
      items: components["schemas"]["FeeView"][];
    };
    FeeView: {
      accountCode: string;
      amount: components["schemas"]["MoneyText"];
      code: string;
      dueOnAdmission: boolean;
      effectiveFrom: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      kind: string;
      legalBasis: string | null;
      name: string;
      nameEn: string;
      nameHi: string;
      next: {
        amount: components["schemas"]["MoneyText"];
        effectiveFrom: components["schemas"]["DayText"];
      } | null;
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    FileForm: Record<string, never>;
    FileIdInput: string;
    /** @enum {string} */
    FileKind: "photo" | "signature" | "pan_card" | "aadhaar" | "voter_id" | "passport" | "driving_licence" | "job_card" | "citizenship" | "national_id" | "birth_certificate" | "ward_letter" | "identity_proof" | "address_proof" | "age_proof" | "affidavit" | "nominee_paper" | "other_paper";
    FileKindQuery: {
      kind: components["schemas"]["FileKind"];
      replaces?: components["schemas"]["FileIdInput"];
    };
    FileOfPersonParams: {
      fileId: components["schemas"]["FileIdInput"];
      id: components["schemas"]["IdInput"];
    };
    FileParams: {
      id: components["schemas"]["FileIdInput"];
    };
    FileRemovalBody: {
      reason: string;
    };
    FirstSteps: {
      isDone: boolean;
      steps: {
        isDone: boolean;
        /** @enum {string} */
        step: "staff" | "member" | "till" | "receipt" | "closing";
      }[];
    };
    /** @enum {string} */
    FlagQuery: "true" | "false";
    ForgotPasswordBody: {
      identifier: string;
    };
    /** @enum {string} */
    GatewayKind: "kafal" | "razorpay";
    GatewayMessageAnswer: {
      /** @enum {string} */
      outcome: "taken" | "known" | "ignored";
    };
    GatewayMessageBody: {
      [key: string]: unknown;
    };
    GatewayMessageList: {
      items: components["schemas"]["GatewayMessageRow"][];
      nextCursor: string | null;
      total?: number;
    };
    GatewayMessageQuery: {
      cursor?: string;
      limit?: string;
    };
    GatewayMessageRow: {
      amount: components["schemas"]["MoneyText"];
      currency: string;
      description: string;
      eventId: string;
      id: components["schemas"]["Id"];
      isOnStatement: boolean;
      number: string;
      receiptId: components["schemas"]["Id"] | null;
      receiptNumber: string | null;
      receivedAt: components["schemas"]["InstantText"];
      status: components["schemas"]["BankLineStatus"];
      wasKnown: boolean;
    };
    GatewayView: {
      gateway: {
        approvedBy: string | null;
        kind: components["schemas"]["GatewayKind"];
        name: string;
        setBy: string | null;
        startedAt: components["schemas"]["InstantText"];
      } | null;
      path: string;
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    /** @enum {string} */
    Gender: "female" | "male" | "other";
    GoalFacts: {
      purpose: string;
      target: components["schemas"]["MoneyText"];
      targetOn: components["schemas"]["DayText"];
    };
    GoalPlanView: {
      annualRate: string;
      grownSavings: components["schemas"]["MoneyText"];
      instalment: components["schemas"]["MoneyText"];
      isOver: boolean;
      missing: components["schemas"]["MoneyText"];
      months: number;
    };
    GuarantorParams: {
      id: components["schemas"]["IdInput"];
      memberId: components["schemas"]["IdInput"];
    };
    HandOverAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      counted: components["schemas"]["MoneyText"];
      difference: components["schemas"]["MoneyText"];
      expected: components["schemas"]["MoneyText"];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      handover: components["schemas"]["HandoverView"];
      /** @constant */
      preview: false;
    };
    HandOverBody: {
      count: components["schemas"]["CashCount"];
      note?: string;
    };
    HandoverList: {
      items: components["schemas"]["HandoverView"][];
      nextCursor: string | null;
      total?: number;
    };
    HandoverQuery: {
      agentId?: components["schemas"]["IdInput"];
      cursor?: string;
      limit?: string;
    };
    HandoverView: {
      agentId: components["schemas"]["Id"];
      agentName: string;
      agentNumber: string;
      cashier: string;
      counted: components["schemas"]["MoneyText"];
      difference: components["schemas"]["MoneyText"];
      entryId: components["schemas"]["Id"];
      entryNumber: string;
      expected: components["schemas"]["MoneyText"];
      handedOverAt: components["schemas"]["InstantText"];
      handedOverOn: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      isReversed: boolean;
      note: string | null;
      tillCode: string;
    };
    HandsBody: {
      abstained: number;
      against: number;
      for: number;
    };
    HoldingInput: {
      guardianName?: string;
      memberIds: components["schemas"]["IdInput"][];
      /** @enum {string} */
      mode: "single" | "either-or-survivor" | "former-or-survivor" | "jointly" | "guardian";
    };
    HolidayParams: {
      day: string;
    };
    HolidayQuery: {
      year?: string;
    };
    HolidayView: {
      day: components["schemas"]["DayText"];
      name: string;
      nameEn: string;
      nameHi: string;
    };
    HolidayYear: {
      businessDate: components["schemas"]["DayText"];
      items: components["schemas"]["HolidayView"][];
      weeklyOffs: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
      year: number;
    };
    Id: string;
    IdInput: string;
    IdParams: {
      id: components["schemas"]["IdInput"];
    };
    ImportedHolidays: {
      added: components["schemas"]["HolidayView"][];
      past: number;
      preview: boolean;
      standing: number;
    };
    ImportHolidaysBody: {
      csv: string;
    };
    ImportStatementAnswer: components["schemas"]["StatementPreview"] | {
      /** @constant */
      preview: false;
      statement: components["schemas"]["BankStatementView"];
    };
    ImportStatementBody: {
      csv: string;
      fileName: string;
      headings?: components["schemas"]["StatementHeadingsInput"];
    };
    InstallationState: {
      database: {
        isWell: boolean;
        kind: string;
      };
      disk: {
        freeBytes: number | null;
        /** @enum {string} */
        status: "ok" | "low" | "unknown";
      };
      failedLogins: {
        since: components["schemas"]["DayText"];
        tries: number;
      };
      files: {
        isWell: boolean;
      };
      lastBackupAt: components["schemas"]["InstantText"] | null;
      settingsWaiting: {
        effectiveFrom: components["schemas"]["DayText"];
        label: string;
        name: string;
      }[];
      users: {
        active: number;
        suspended: number;
        withoutSecondFactor: number;
      };
      version: string;
    };
    InstantText: string;
    InstructionDueView: {
      amount: components["schemas"]["MoneyText"];
      dueOn: components["schemas"]["DayText"];
      entryId: components["schemas"]["Id"] | null;
      fine: components["schemas"]["MoneyText"];
      reason: string | null;
      /** @enum {string} */
      status: "failed" | "taken" | "reversed";
      triedOn: components["schemas"]["DayText"];
      tries: number;
    };
    InterestBody: {
      inviteeId: components["schemas"]["IdInput"];
      reason: string;
    };
    InterestCertificateQuery: {
      language?: components["schemas"]["LanguageCode"];
      on?: components["schemas"]["DayInput"];
    };
    InterestChange: {
      accountNumber: string;
      after: components["schemas"]["MoneyText"];
      before: components["schemas"]["MoneyText"];
      difference: components["schemas"]["MoneyText"];
      from: components["schemas"]["DayText"];
      taxDifference: components["schemas"]["MoneyText"];
      to: components["schemas"]["DayText"];
    };
    InterestOfYearQuery: {
      on?: components["schemas"]["DayInput"];
    };
    InterestOfYearView: {
      accounts: components["schemas"]["AccountInterestView"][];
      accrued: components["schemas"]["MoneyText"];
      currency: string;
      declaration: string | null;
      from: components["schemas"]["DayText"];
      interest: components["schemas"]["MoneyText"];
      tax: components["schemas"]["MoneyText"];
      to: components["schemas"]["DayText"];
      year: string;
    };
    InterestTaxList: {
      currency: string;
      from: components["schemas"]["DayText"];
      items: components["schemas"]["InterestTaxRow"][];
      months: components["schemas"]["DayText"][];
      nextCursor: string | null;
      to: components["schemas"]["DayText"];
      total?: number;
      totals?: {
        accrued: components["schemas"]["MoneyText"];
        interest: components["schemas"]["MoneyText"];
        tax: components["schemas"]["MoneyText"];
      };
      year: string;
      years: string[];
    };
    InterestTaxQuery: {
      cursor?: string;
      limit?: string;
      /** @enum {string} */
      part?: "year" | "q1" | "q2" | "q3" | "q4" | "m1" | "m2" | "m3" | "m4" | "m5" | "m6" | "m7" | "m8" | "m9" | "m10" | "m11" | "m12";
      q?: string;
      /** @enum {string} */
      sort?: "memberNumber" | "-memberNumber";
      total?: components["schemas"]["FlagQuery"];
      /** @enum {string} */
      who?: "all" | "withheld" | "declared" | "without-pan";
      year?: string;
    };
    InterestTaxRow: {
      accounts: components["schemas"]["AccountInterestView"][];
      accrued: components["schemas"]["MoneyText"];
      declaration: string | null;
      due: components["schemas"]["MoneyText"];
      interest: components["schemas"]["MoneyText"];
      interestOfYear: components["schemas"]["MoneyText"];
      isSenior: boolean;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      panMasked: string | null;
      tax: components["schemas"]["MoneyText"];
      taxOfYear: components["schemas"]["MoneyText"];
      threshold: components["schemas"]["MoneyText"] | null;
    };
    InterestTaxView: {
      due: components["schemas"]["MoneyText"];
      interest: components["schemas"]["MoneyText"];
      interestBefore: components["schemas"]["MoneyText"];
      interestSoFar: components["schemas"]["MoneyText"];
      left: components["schemas"]["MoneyText"];
      rate: string;
      /** @enum {string} */
      reason: "none" | "declared" | "below-threshold" | "above-threshold" | "every-credit";
      tax: components["schemas"]["MoneyText"];
      taxBefore: components["schemas"]["MoneyText"];
      threshold: components["schemas"]["MoneyText"] | null;
    };
    Invitee: {
      id: components["schemas"]["Id"];
      isPresent: boolean;
      mayVote: boolean;
      name: string;
      noVoteBecause: ("class" | "status" | "default") | null;
      number: string | null;
      seenAt: components["schemas"]["InstantText"] | null;
    };
    InviteeList: {
      items: components["schemas"]["Invitee"][];
      nextCursor: string | null;
      total?: number;
    };
    InviteeParams: {
      id: components["schemas"]["IdInput"];
      inviteeId: components["schemas"]["IdInput"];
    };
    InviteesQuery: {
      cursor?: string;
      limit?: string;
      q?: string;
      /** @enum {string} */
      which?: "all" | "voters" | "present" | "absent";
    };
    IssuedCode: {
      expiresAt: components["schemas"]["InstantText"];
      oneTimeCode: string;
    };
    IssuedSuretyCode: {
      code: string | null;
      expiresAt: components["schemas"]["InstantText"];
      isUnsure: boolean;
      sentTo: string | null;
    };
    IssueSuretyCodeBody: {
      bySms?: boolean;
      memberId: components["schemas"]["IdInput"];
    };
    JournalEntryView: {
      approvalId: components["schemas"]["Id"] | null;
      checker: string | null;
      hash: string;
      id: components["schemas"]["Id"];
      kind: string;
      maker: string;
      memberId: components["schemas"]["Id"] | null;
      memberName: string | null;
      memberNumber: string | null;
      mode: string | null;
      narration: string;
      number: string;
      postedOn: components["schemas"]["DayText"];
      postings: {
        accountCode: string;
        accountName: string;
        amount: components["schemas"]["MoneyText"];
        balanceAfter: components["schemas"]["MoneyText"] | null;
        /** @enum {string} */
        side: "debit" | "credit";
        subLedger: string | null;
        subLedgerNumber: string | null;
      }[];
      previousHash: string;
      receiptId: components["schemas"]["Id"] | null;
      receiptNumber: string | null;
      recordedAt: components["schemas"]["InstantText"];
      reversedByEntryId: components["schemas"]["Id"] | null;
      reversedByNumber: string | null;
      reversesEntryId: components["schemas"]["Id"] | null;
      reversesNumber: string | null;
      tillCode: string | null;
      total: components["schemas"]["MoneyText"];
      valueOn: components["schemas"]["DayText"];
    };
    KycList: {
      items: components["schemas"]["KycRow"][];
      nextCursor: string | null;
      total?: number;
    };
    KycQuery: {
      cursor?: string;
      limit?: string;
      q?: string;
      risk?: components["schemas"]["RiskClass"];
      /** @enum {string} */
      state?: "missing" | "expired" | "pending" | "expiring" | "verified" | "attention" | "all";
      total?: components["schemas"]["FlagQuery"];
    };
    KycRow: {
      memberId: components["schemas"]["Id"];
      memberNumber: string;
      name: string;
      open: components["schemas"]["WantedPaper"][];
      phone: string | null;
      riskClass: components["schemas"]["RiskClass"];
      state: components["schemas"]["KycState"];
      status: components["schemas"]["MemberStatus"];
      validUntil: components["schemas"]["DayText"] | null;
    };
    /** @enum {string} */
    KycState: "missing" | "expired" | "pending" | "expiring" | "verified";
    KycView: {
      offered: components["schemas"]["FileKind"][];
      office: {
        mayCheck: boolean;
        reviewDueOn: components["schemas"]["DayText"] | null;
        reviewedBy: string | null;
        reviewedOn: components["schemas"]["DayText"] | null;
        reviewMonths: number;
        riskClass: components["schemas"]["RiskClass"];
        riskReason: string | null;
      } | null;
      papers: components["schemas"]["PersonFile"][];
      state: components["schemas"]["KycState"];
      validUntil: components["schemas"]["DayText"] | null;
      wanted: components["schemas"]["WantedPaper"][];
    };
    LanguageBody: {
      language: components["schemas"]["LanguageCode"];
    };
    /** @enum {string} */
    LanguageCode: "en" | "hi";
    LedgerQuery: {
      cursor?: string;
      from?: components["schemas"]["DayInput"];
      limit?: string;
      to?: components["schemas"]["DayInput"];
    };
    LiftRestrictionBody: {
      reason: string;
    };
    LiveEvents: {
      events: {
        data: {
          [key: string]: string | number | null;
        };
        seq: number;
        socketEvent: string;
        timestamp: components["schemas"]["InstantText"];
        type: string;
      }[];
      latestSeq: number;
      more: boolean;
    };
    LiveEventsQuery: {
      after?: string;
      limit?: string;
    };
    LoanClassReport: {
      accounts: {
        accountCode: string;
        accountName: string;
        balance: components["schemas"]["MoneyText"];
        held: components["schemas"]["MoneyText"];
      }[];
      classedOn: components["schemas"]["DayText"] | null;
      classes: {
        /** @enum {string} */
        code: "standard" | "watch" | "sub-standard" | "doubtful" | "doubtful-1" | "doubtful-2" | "doubtful-3" | "loss";
        covered: components["schemas"]["MoneyText"];
        fromDays: number;
        held: components["schemas"]["MoneyText"];
        isPerforming: boolean;
        lacks: components["schemas"]["MoneyText"];
        loans: number;
        needed: components["schemas"]["MoneyText"];
        outstanding: components["schemas"]["MoneyText"];
        overdue: components["schemas"]["MoneyText"];
        secured: string;
        uncovered: components["schemas"]["MoneyText"];
        unsecured: string;
      }[];
      currency: string;
      nonPerforming: components["schemas"]["MoneyText"];
      on: components["schemas"]["DayText"];
      products: {
        classes: {
          /** @enum {string} */
          code: "standard" | "watch" | "sub-standard" | "doubtful" | "doubtful-1" | "doubtful-2" | "doubtful-3" | "loss";
          covered: components["schemas"]["MoneyText"];
          held: components["schemas"]["MoneyText"];
          lacks: components["schemas"]["MoneyText"];
          loans: number;
          needed: components["schemas"]["MoneyText"];
          outstanding: components["schemas"]["MoneyText"];
          overdue: components["schemas"]["MoneyText"];
          uncovered: components["schemas"]["MoneyText"];
        }[];
        covered: components["schemas"]["MoneyText"];
        held: components["schemas"]["MoneyText"];
        lacks: components["schemas"]["MoneyText"];
        loans: number;
        needed: components["schemas"]["MoneyText"];
        outstanding: components["schemas"]["MoneyText"];
        overdue: components["schemas"]["MoneyText"];
        productCode: string;
        productName: string;
        uncovered: components["schemas"]["MoneyText"];
      }[];
      /** @enum {string} */
      rule: "IN-UCB-IRAC" | "NP-NRB-2081" | "PEARLS";
      total: {
        covered: components["schemas"]["MoneyText"];
        held: components["schemas"]["MoneyText"];
        lacks: components["schemas"]["MoneyText"];
        loans: number;
        needed: components["schemas"]["MoneyText"];
        outstanding: components["schemas"]["MoneyText"];
        overdue: components["schemas"]["MoneyText"];
        uncovered: components["schemas"]["MoneyText"];
      };
    };
    LoanCollection: {
      addressees: {
        isBorrower: boolean;
        memberId: components["schemas"]["Id"];
        memberNumber: string;
        name: string;
      }[];
      contacts: components["schemas"]["LoanContact"][];
      nextNotice: {
        from: components["schemas"]["DayText"];
        level: number;
      } | null;
      notices: components["schemas"]["LoanNotice"][];
      promises: components["schemas"]["LoanPromise"][];
    };
    LoanContact: {
      id: components["schemas"]["Id"];
      kind: components["schemas"]["LoanContactKind"];
      on: components["schemas"]["DayText"];
      recordedAt: components["schemas"]["InstantText"];
      recordedBy: string;
      said: string;
      spokeTo: string;
    };
    /** @enum {string} */
    LoanContactKind: "call" | "visit" | "letter" | "office";
    LoanDebitBody: {
      fromDepositId: components["schemas"]["IdInput"];
    };
    LoanDetail: {
      amount: components["schemas"]["MoneyText"];
      annualRate: string | null;
      appliedOn: components["schemas"]["DayText"];
      askedAmount: components["schemas"]["MoneyText"];
      askedInstalments: number;
      /** @enum {string} */
      classCode: "standard" | "watch" | "sub-standard" | "doubtful" | "doubtful-1" | "doubtful-2" | "doubtful-3" | "loss";
      closedOn: components["schemas"]["DayText"] | null;
      collateral: components["schemas"]["CollateralItem"][];
      currency: string;
      daysPastDue: number;
      debitFrom: {
        accountNumber: string;
        depositId: components["schemas"]["Id"];
      } | null;
      disbursedOn: components["schemas"]["DayText"] | null;
      dueToday: components["schemas"]["MoneyText"];
      eligibility: components["schemas"]["EligibilityResultView"][];
      guarantors: {
        capacity: {
          exposure: components["schemas"]["MoneyText"];
          free: components["schemas"]["MoneyText"] | null;
          limit: components["schemas"]["MoneyText"] | null;
          loans: number;
          mostLoans: number | null;
        } | null;
        circle: string[];
        memberId: components["schemas"]["Id"];
        memberName: string;
        memberNumber: string;
        paid: components["schemas"]["MoneyText"];
        part: components["schemas"]["MoneyText"];
        releasedOn: components["schemas"]["DayText"] | null;
        replaces: string | null;
        /** @enum {string} */
        status: "asked" | "consented" | "declined" | "released";
        textTo: string | null;
      }[];
      id: components["schemas"]["Id"];
      instalments: number;
      instalmentsPlan: components["schemas"]["LoanInstalmentView"][];
      mayNotDecideBecause: string | null;
      measures: components["schemas"]["LoanMeasureView"][];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      monthlyIncome: components["schemas"]["MoneyText"] | null;
      nextAmount: components["schemas"]["MoneyText"] | null;
      nextDueOn: components["schemas"]["DayText"] | null;
      number: string;
      outstanding: components["schemas"]["MoneyText"];
      overdue: components["schemas"]["MoneyText"];
      overrides: {
        at: components["schemas"]["InstantText"];
        by: string;
        kind: string;
        limit: string;
        note: string;
        value: string | null;
      }[];
      owed: components["schemas"]["MoneyText"];
      paidOut: components["schemas"]["MoneyText"];
      payments: {
        amount: components["schemas"]["MoneyText"];
        entryId: components["schemas"]["Id"];
        entryNumber: string;
        isTakenBack: boolean;
        on: components["schemas"]["DayText"];
      }[];
      payoff: components["schemas"]["MoneyText"];
      prepaid: components["schemas"]["MoneyText"];
      productCode: string;
      productName: string;
      purpose: string;
      reason: string | null;
      replacedBy: {
        id: components["schemas"]["Id"];
        number: string;
      } | null;
      replaces: {
        amount: components["schemas"]["MoneyText"] | null;
        id: components["schemas"]["Id"];
        number: string;
      } | null;
      resolutionNumber: string | null;
      sanctionedAmount: components["schemas"]["MoneyText"] | null;
      sanctionedOn: components["schemas"]["DayText"] | null;
      sanctionsUpTo: components["schemas"]["MoneyText"] | null;
      status: components["schemas"]["LoanStatus"];
      steps: {
        act: string;
        at: components["schemas"]["InstantText"];
        by: string;
        note: string | null;
      }[];
      stillToPayOut: components["schemas"]["MoneyText"];
      validUntil: components["schemas"]["DayText"] | null;
      version: number;
      writtenOff: {
        amount: components["schemas"]["MoneyText"];
        left: components["schemas"]["MoneyText"];
        on: components["schemas"]["DayText"];
        recovered: components["schemas"]["MoneyText"];
      } | null;
    };
    LoanDraft: {
      amount: string;
      guarantors: string[];
      instalments: string;
      monthlyIncome: string;
      productCode: string;
      purpose: string;
      replacesLoanId: string;
      savedAt: components["schemas"]["InstantText"];
      savedBy: string;
    };
    LoanDraftAnswer: {
      draft: components["schemas"]["LoanDraft"] | null;
    };
    LoanDraftBody: {
      amount?: string;
      guarantors?: string[];
      instalments?: string;
      memberId?: components["schemas"]["IdInput"];
      monthlyIncome?: string;
      productCode?: string;
      purpose?: string;
      replacesLoanId?: string;
    };
    LoanDraftQuery: {
      memberId?: components["schemas"]["IdInput"];
    };
    LoanDueList: {
      ages: {
        age: components["schemas"]["ArrearsAge"];
        amount: components["schemas"]["MoneyText"];
        count: number;
      }[];
      amount: components["schemas"]["MoneyText"];
      count: number;
      currency: string;
      items: components["schemas"]["LoanDueRow"][];
      nextCursor: string | null;
      total?: number;
    };
    LoanDueQuery: {
      age?: components["schemas"]["ArrearsAge"];
      cursor?: string;
      limit?: string;
      q?: string;
      /** @enum {string} */
      when?: "today" | "week" | "overdue";
    };
    LoanDueRow: {
      amount: components["schemas"]["MoneyText"];
      charges: components["schemas"]["MoneyText"];
      daysPastDue: number;
      dueOn: components["schemas"]["DayText"];
      guarantors: {
        memberId: components["schemas"]["Id"];
        memberNumber: string;
        name: string;
        phone: string | null;
      }[];
      interest: components["schemas"]["MoneyText"];
      lastContact: {
        kind: components["schemas"]["LoanContactKind"];
        on: components["schemas"]["DayText"];
        said: string;
      } | null;
      lastNotice: {
        level: number;
        on: components["schemas"]["DayText"];
      } | null;
      loanId: components["schemas"]["Id"];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      number: string;
      outstanding: components["schemas"]["MoneyText"];
      penalty: components["schemas"]["MoneyText"];
      phone: string | null;
      principal: components["schemas"]["MoneyText"];
      productName: string;
      promise: {
        amount: components["schemas"]["MoneyText"];
        by: components["schemas"]["DayText"];
        state: components["schemas"]["LoanPromiseState"];
      } | null;
    };
    LoanEligibility: {
      items: {
        amount: components["schemas"]["MoneyText"];
        annualRate: string;
        instalments: number;
        largest: components["schemas"]["MoneyText"];
        largestWithOverride: components["schemas"]["MoneyText"];
        productCode: string;
        productName: string;
        rules: components["schemas"]["EligibilityResultView"][];
      }[];
    };
    LoanEligibilityQuery: {
      amount?: components["schemas"]["AmountInput"];
      collateralValue?: components["schemas"]["AmountInput"];
      instalments?: number;
      memberId?: components["schemas"]["IdInput"];
      monthlyIncome?: components["schemas"]["AmountInput"];
      productCode?: string;
      replacesLoanId?: components["schemas"]["IdInput"];
    };
    LoanExplanation: {
      asOf: components["schemas"]["DayText"];
      currency: string;
      fees: {
        amount: components["schemas"]["MoneyText"];
        /** @enum {string} */
        basis: "percent" | "perThousandYear" | "fixed";
        /** @enum {string} */
        kind: "processing" | "feeTax" | "insurance" | "closing";
        least: components["schemas"]["MoneyText"];
        most: components["schemas"]["MoneyText"] | null;
        of: components["schemas"]["MoneyText"];
        on: components["schemas"]["DayText"];
        percent: string;
        years: string | null;
      }[];
      instalments: {
        brought: components["schemas"]["MoneyText"];
        carried: components["schemas"]["MoneyText"];
        closing: components["schemas"]["MoneyText"];
        dueOn: components["schemas"]["DayText"];
        interest: components["schemas"]["MoneyText"];
        lines: {
          annualRate: string;
          balance: components["schemas"]["MoneyText"];
          days: number;
          from: components["schemas"]["DayText"];
          interest: string;
          to: components["schemas"]["DayText"];
          yearPart: {
            denominator: number;
            numerator: number;
          };
        }[];
        number: number;
        opening: components["schemas"]["MoneyText"];
        principal: components["schemas"]["MoneyText"];
        rounded: components["schemas"]["MoneyText"];
        waived: components["schemas"]["MoneyText"];
      }[];
      /** @enum {string} */
      interestBasis: "scheduled" | "daily";
      /** @enum {string} */
      interestMethod: "declining" | "flat";
      loanId: components["schemas"]["Id"];
      number: string;
      penal: components["schemas"]["LoanPenalRule"];
      penalDays: {
        annualRate: string;
        charge: string;
        days: number;
        from: components["schemas"]["DayText"];
        overdue: components["schemas"]["MoneyText"];
        to: components["schemas"]["DayText"];
      }[];
      penalties: components["schemas"]["MoneyText"];
      rules: {
        code: string;
        effectiveFrom: components["schemas"]["DayText"];
        legalBasis: string | null;
      };
    };
    LoanFigures: {
      annualRate: string;
      charges: components["schemas"]["MoneyText"];
      due: components["schemas"]["MoneyText"];
      instalment: components["schemas"]["MoneyText"];
      instalmentsLeft: number;
      instalmentThen?: components["schemas"]["MoneyText"] | null;
      interest: components["schemas"]["MoneyText"];
      lastDueOn: components["schemas"]["DayText"] | null;
      owed: components["schemas"]["MoneyText"];
      principal: components["schemas"]["MoneyText"];
    };
    /** @enum {string} */
    LoanFileKind: "income_proof" | "security_paper" | "quotation" | "identity_proof" | "address_proof" | "signed_agreement" | "other_paper";
    LoanFileKindQuery: {
      kind: components["schemas"]["LoanFileKind"];
    };
    LoanInstalmentView: {
      balance: components["schemas"]["MoneyText"];
      dueOn: components["schemas"]["DayText"];
      fee: components["schemas"]["MoneyText"];
      interest: components["schemas"]["MoneyText"];
      isPast: boolean;
      number: number;
      outstanding: components["schemas"]["MoneyText"];
      paid: components["schemas"]["MoneyText"];
      paidOn: components["schemas"]["DayText"] | null;
      penalty: components["schemas"]["MoneyText"];
      principal: components["schemas"]["MoneyText"];
      total: components["schemas"]["MoneyText"];
    };
    LoanInsuranceView: {
      /** @enum {string} */
      basis: "percent" | "perThousandYear" | "fixed";
      rate: string;
    };
    LoanList: {
      currency: string;
      items: components["schemas"]["LoanRow"][];
      nextCursor: string | null;
      total?: number;
    };
    LoanMeasureAnswer: {
      after: components["schemas"]["LoanFigures"];
      balances: components["schemas"]["BalanceChange"][];
      before: components["schemas"]["LoanFigures"];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      plans: components["schemas"]["ComparedPlans"] | null;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
    };
    LoanMeasureBody: components["schemas"]["WaiveLoanBody"] | components["schemas"]["RescheduleLoanBody"] | components["schemas"]["MoratoriumBody"] | components["schemas"]["WriteOffLoanBody"];
    /** @enum {string} */
    LoanMeasureKind: "waiver" | "rescheduling" | "moratorium" | "write-off";
    LoanMeasureParams: {
      id: components["schemas"]["IdInput"];
      measureId: components["schemas"]["IdInput"];
    };
    LoanMeasureView: {
      after: components["schemas"]["LoanFigures"];
      agreedBy: string;
      askedBy: string;
      at: components["schemas"]["InstantText"];
      before: components["schemas"]["LoanFigures"];
      entryId: components["schemas"]["Id"] | null;
      entryNumber: string | null;
      id: components["schemas"]["Id"];
      kind: components["schemas"]["LoanMeasureKind"];
      on: components["schemas"]["DayText"];
      reason: string;
      resolutionNumber: string | null;
      resolutionOn: components["schemas"]["DayText"] | null;
      takenBackOn: components["schemas"]["DayText"] | null;
      takenBackReason: string | null;
    };
    LoanNotice: {
      daysPastDue: number;
      dueSince: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      level: number;
      on: components["schemas"]["DayText"];
      overdue: components["schemas"]["MoneyText"];
      payBy: components["schemas"]["DayText"];
      recordedBy: string;
    };
    LoanPayoff: {
      annualRate: string;
      closingFee: components["schemas"]["MoneyText"];
      currency: string;
      due: components["schemas"]["MoneyText"];
      interest: components["schemas"]["MoneyText"];
      interestDays: number;
      interestFrom: components["schemas"]["DayText"] | null;
      on: components["schemas"]["DayText"];
      oneDayMore: components["schemas"]["MoneyText"];
      principalAhead: components["schemas"]["MoneyText"];
      spared: components["schemas"]["MoneyText"];
      total: components["schemas"]["MoneyText"];
    };
    LoanPayoffQuery: {
      on?: components["schemas"]["DayInput"];
    };
    LoanPenalRule: {
      annualRate: string;
      graceDays: number;
    };
    LoanPrepayment: {
      amount: components["schemas"]["MoneyText"];
      choices: {
        choice: components["schemas"]["PrepaymentChoice"];
        instalment: components["schemas"]["MoneyText"];
        instalmentsLeft: number;
        interestLeft: components["schemas"]["MoneyText"];
        interestSpared: components["schemas"]["MoneyText"];
        lastDueOn: components["schemas"]["DayText"];
        lastInstalment: components["schemas"]["MoneyText"];
      }[];
      currency: string;
      due: components["schemas"]["MoneyText"];
      now: {
        instalment: components["schemas"]["MoneyText"];
        instalmentsLeft: number;
        interestLeft: components["schemas"]["MoneyText"];
        lastDueOn: components["schemas"]["DayText"];
      };
      principal: components["schemas"]["MoneyText"];
    };
    LoanPrepaymentQuery: {
      amount: components["schemas"]["AmountInput"];
    };
    LoanProductCodeParams: {
      code: string;
    };
    LoanProductHistory: {
      items: {
        accountCode: string;
        /** @enum {string} */
        allocation: "instalmentFirst" | "componentFirst";
        annualRate: string;
        approvedBy: string | null;
        closingFeePercent: string;
        code: string;
        collateral: {
          kinds: ("gold" | "deposit" | "property" | "vehicle" | "other")[];
          overrideBy: ("recommender" | "decider") | null;
          tiers: {
            percent: string;
            upTo: components["schemas"]["MoneyText"] | null;
          }[];
        } | null;
        effectiveFrom: components["schemas"]["DayText"];
        eligibility: {
          /** @enum {string} */
          kind: "shareMultiple" | "depositMultiple" | "thriftArrears" | "ownOverdue" | "exposure" | "takeHome";
          limit: string;
          overrideBy: ("recommender" | "decider") | null;
        }[];
        every: number;
        /** @enum {string} */
        excess: "advance" | "reduceInstalment" | "reduceTerm";
        /** @enum {string} */
        flatRebate: "unbegun" | "ruleOf78" | "nothing";
        guarantorDepositMultiple: string | null;
        guarantorMostLoans: number | null;
        guarantorShareMultiple: string | null;
        guarantorsNeeded: number;
        instalmentMultiple: components["schemas"]["MoneyText"];
        insurance: {
          accountCode: string;
          /** @enum {string} */
          basis: "percent" | "perThousandYear" | "fixed";
          rate: string;
        } | null;
        /** @enum {string} */
        interestBasis: "scheduled" | "daily";
        /** @enum {string} */
        interestMethod: "declining" | "flat";
        isOffered: boolean;
        legalBasis: string | null;
        maximumAmount: components["schemas"]["MoneyText"];
        maximumInstalments: number;
        membershipMonths: number;
        minimumAmount: components["schemas"]["MoneyText"];
        minimumInstalments: number;
        name: string;
        nameEn: string;
        nameHi: string;
        penalGraceDays: number | null;
        penalRate: string | null;
        processingFeeMaximum: components["schemas"]["MoneyText"] | null;
        processingFeeMinimum: components["schemas"]["MoneyText"];
        processingFeePercent: string;
        reason: string | null;
        recordedAt: components["schemas"]["InstantText"] | null;
        /** @enum {string} */
        repayment: "equalInstalments" | "equalPrincipal" | "interestOnly" | "bullet";
        sanctionDays: number;
        setBy: string | null;
        shareLinkPercent: string;
        /** @enum {string} */
        unit: "weeks" | "months";
      }[];
    };
    LoanProductList: {
      feeTaxPercent: string;
      items: components["schemas"]["LoanProductView"][];
    };
    LoanProductRule: {
      accountCode: string;
      /** @enum {string} */
      allocation: "instalmentFirst" | "componentFirst";
      annualRate: string;
      applications: number;
      closingFeePercent: string;
      code: string;
      collateral: {
        kinds: ("gold" | "deposit" | "property" | "vehicle" | "other")[];
        overrideBy: ("recommender" | "decider") | null;
        tiers: {
          percent: string;
          upTo: components["schemas"]["MoneyText"] | null;
        }[];
      } | null;
      effectiveFrom: components["schemas"]["DayText"];
      eligibility: {
        /** @enum {string} */
        kind: "shareMultiple" | "depositMultiple" | "thriftArrears" | "ownOverdue" | "exposure" | "takeHome";
        limit: string;
        overrideBy: ("recommender" | "decider") | null;
      }[];
      every: number;
      /** @enum {string} */
      excess: "advance" | "reduceInstalment" | "reduceTerm";
      /** @enum {string} */
      flatRebate: "unbegun" | "ruleOf78" | "nothing";
      guarantorDepositMultiple: string | null;
      guarantorMostLoans: number | null;
      guarantorShareMultiple: string | null;
      guarantorsNeeded: number;
      instalmentMultiple: components["schemas"]["MoneyText"];
      insurance: {
        accountCode: string;
        /** @enum {string} */
        basis: "percent" | "perThousandYear" | "fixed";
        rate: string;
      } | null;
      /** @enum {string} */
      interestBasis: "scheduled" | "daily";
      /** @enum {string} */
      interestMethod: "declining" | "flat";
      isOffered: boolean;
      legalBasis: string | null;
      loans: number;
      maximumAmount: components["schemas"]["MoneyText"];
      maximumInstalments: number;
      membershipMonths: number;
      minimumAmount: components["schemas"]["MoneyText"];
      minimumInstalments: number;
      name: string;
      nameEn: string;
      nameHi: string;
      nextFrom: components["schemas"]["DayText"] | null;
      penalGraceDays: number | null;
      penalRate: string | null;
      processingFeeMaximum: components["schemas"]["MoneyText"] | null;
      processingFeeMinimum: components["schemas"]["MoneyText"];
      processingFeePercent: string;
      /** @enum {string} */
      repayment: "equalInstalments" | "equalPrincipal" | "interestOnly" | "bullet";
      sanctionDays: number;
      shareLinkPercent: string;
      /** @enum {string} */
      unit: "weeks" | "months";
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    LoanProductRuleList: {
      accounts: {
        code: string;
        name: string;
      }[];
      highestRate: string | null;
      insurerAccounts: {
        code: string;
        name: string;
      }[];
      items: components["schemas"]["LoanProductRule"][];
      penal: components["schemas"]["LoanPenalRule"];
    };
    LoanProductView: {
      /** @enum {string} */
      allocation: "instalmentFirst" | "componentFirst";
      annualRate: string;
      closingFeePercent: string;
      code: string;
      effectiveFrom: components["schemas"]["DayText"];
      every: number;
      /** @enum {string} */
      excess: "advance" | "reduceInstalment" | "reduceTerm";
      /** @enum {string} */
      flatRebate: "unbegun" | "ruleOf78" | "nothing";
      guarantorDepositMultiple: string | null;
      guarantorMostLoans: number | null;
      guarantorShareMultiple: string | null;
      guarantorsNeeded: number;
      instalmentMultiple: components["schemas"]["MoneyText"];
      insurance: components["schemas"]["LoanInsuranceView"] | null;
      /** @enum {string} */
      interestBasis: "scheduled" | "daily";
      /** @enum {string} */
      interestMethod: "declining" | "flat";
      isOffered: boolean;
      legalBasis: string | null;
      maximumAmount: components["schemas"]["MoneyText"];
      maximumInstalments: number;
      membershipMonths: number;
      minimumAmount: components["schemas"]["MoneyText"];
      minimumInstalments: number;
      name: string;
      nameEn: string;
      nameHi: string;
      penalGraceDays: number | null;
      penalRate: string | null;
      processingFeeMaximum: components["schemas"]["MoneyText"] | null;
      processingFeeMinimum: components["schemas"]["MoneyText"];
      processingFeePercent: string;
      /** @enum {string} */
      repayment: "equalInstalments" | "equalPrincipal" | "interestOnly" | "bullet";
      sanctionDays: number;
      shareLinkPercent: string;
      /** @enum {string} */
      unit: "weeks" | "months";
    };
    LoanPromise: {
      amount: components["schemas"]["MoneyText"];
      by: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      madeOn: components["schemas"]["DayText"];
      received: components["schemas"]["MoneyText"];
      recordedBy: string;
      state: components["schemas"]["LoanPromiseState"];
    };
    /** @enum {string} */
    LoanPromiseState: "open" | "kept" | "broken" | "replaced";
    LoanQuery: {
      /** @enum {string} */
      as?: "borrower" | "guarantor";
      cursor?: string;
      limit?: string;
      memberId?: components["schemas"]["IdInput"];
      q?: string;
      status?: components["schemas"]["LoanStatus"];
    };
    LoanQuote: {
      amount: components["schemas"]["MoneyText"];
      annualCost: string;
      annualRate: string;
      feeTax: components["schemas"]["MoneyText"];
      inHand: components["schemas"]["MoneyText"];
      instalments: {
        balance: components["schemas"]["MoneyText"];
        dueOn: components["schemas"]["DayText"];
        interest: components["schemas"]["MoneyText"];
        number: number;
        principal: components["schemas"]["MoneyText"];
        total: components["schemas"]["MoneyText"];
      }[];
      insurance: components["schemas"]["MoneyText"];
      interest: components["schemas"]["MoneyText"];
      penal: components["schemas"]["LoanPenalRule"];
      processingFee: components["schemas"]["MoneyText"];
      productCode: string;
      productName: string;
      startsOn: components["schemas"]["DayText"];
      total: components["schemas"]["MoneyText"];
    };
    LoanQuoteBody: {
      amount: components["schemas"]["AmountInput"];
      firstDueOn?: components["schemas"]["DayInput"];
      instalments: number;
      productCode: string;
      startsOn?: components["schemas"]["DayInput"];
    };
    LoanRow: {
      amount: components["schemas"]["MoneyText"];
      appliedOn: components["schemas"]["DayText"];
      daysPastDue: number;
      id: components["schemas"]["Id"];
      instalments: number;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      nextAmount: components["schemas"]["MoneyText"] | null;
      nextDueOn: components["schemas"]["DayText"] | null;
      number: string;
      outstanding: components["schemas"]["MoneyText"];
      overdue: components["schemas"]["MoneyText"];
      productCode: string;
      productName: string;
      status: components["schemas"]["LoanStatus"];
      writtenOff: {
        amount: components["schemas"]["MoneyText"];
        left: components["schemas"]["MoneyText"];
        on: components["schemas"]["DayText"];
        recovered: components["schemas"]["MoneyText"];
      } | null;
    };
    LoanSplit: {
      fee: components["schemas"]["MoneyText"];
      interest: components["schemas"]["MoneyText"];
      penalty: components["schemas"]["MoneyText"];
      principal: components["schemas"]["MoneyText"];
    };
    /** @enum {string} */
    LoanStatus: "submitted" | "returned" | "recommended" | "sanctioned" | "rejected" | "withdrawn" | "lapsed" | "active" | "closed" | "written-off";
    LoginBody: {
      adminId?: string;
      email?: string;
      identifier?: string;
      password: string;
      totpCode?: string;
      username?: string;
    };
    LoginHistory: {
      items: components["schemas"]["LoginHistoryItem"][];
      nextCursor: string | null;
      total?: number;
    };
    LoginHistoryItem: {
      address: string;
      agent: string;
      attemptedAt: components["schemas"]["InstantText"];
      outcome: string;
    };
    LoginHistoryQuery: {
      cursor?: string;
      limit?: string;
    };
    MarkReadBody: {
      /** @constant */
      all?: true;
      ids?: components["schemas"]["IdInput"][];
    };
    MeetingBody: {
      chairUserId: components["schemas"]["IdInput"];
      heldOn: components["schemas"]["DayInput"];
      heldTime: string;
      items: {
        kind: components["schemas"]["AgendaKind"];
        subjectId?: components["schemas"]["IdInput"] | null;
        text?: string;
        title: string;
      }[];
      kind: components["schemas"]["MeetingKind"];
      link?: string | null;
      place: string;
      title: string;
    };
    /** @enum {string} */
    MeetingKind: "annual" | "special" | "committee";
    MeetingList: {
      items: components["schemas"]["MeetingRow"][];
      nextCursor: string | null;
      total?: number;
    };
    /** @enum {string} */
    MeetingMajority: "simple" | "two-thirds" | "three-quarters";
    MeetingPreparation: {
      committee: {
        id: components["schemas"]["Id"];
        name: string;
      }[];
      rules: {
        clearDays: number;
        earliest: components["schemas"]["DayText"];
        kind: components["schemas"]["MeetingKind"];
      }[];
      waiting: {
        kind: components["schemas"]["AgendaKind"];
        subjectId: components["schemas"]["Id"];
        text: string;
        title: string;
      }[];
    };
    MeetingRow: {
      hasMinutes: boolean;
      heldOn: components["schemas"]["DayText"];
      heldTime: string;
      id: components["schemas"]["Id"];
      isAdjourned: boolean;
      isVoting: boolean;
      kind: components["schemas"]["MeetingKind"];
      link: string | null;
      place: string;
      state: components["schemas"]["MeetingState"];
      title: string;
    };
    MeetingsQuery: {
      cursor?: string;
      kind?: components["schemas"]["MeetingKind"];
      limit?: string;
      q?: string;
      /** @enum {string} */
      when?: "coming" | "past" | "all";
    };
    /** @enum {string} */
    MeetingState: "draft" | "called" | "open" | "held" | "cancelled";
    MeetingView: {
      adjournableTo: {
        heldOn: components["schemas"]["DayText"];
        heldTime: string;
      } | null;
      calledOn: components["schemas"]["DayText"] | null;
      chair: string;
      chairUserId: components["schemas"]["Id"];
      entitled: number;
      hasMinutes: boolean;
      heldOn: components["schemas"]["DayText"];
      heldTime: string;
      id: components["schemas"]["Id"];
      isAdjourned: boolean;
      isQuorate: boolean;
      isVoting: boolean;
      items: {
        id: components["schemas"]["Id"];
        kind: components["schemas"]["AgendaKind"];
        subjectId: components["schemas"]["Id"] | null;
        text: string;
        title: string;
      }[];
      kind: components["schemas"]["MeetingKind"];
      link: string | null;
      may: {
        chair: boolean;
        manage: boolean;
        sign: boolean;
      };
      minutesSigned: boolean;
      noticeId: components["schemas"]["Id"] | null;
      own: {
        isPresent: boolean;
        mayVote: boolean;
        noVoteBecause: ("class" | "status" | "default") | null;
      } | null;
      place: string;
      present: number;
      quorum: number;
      resolutions: components["schemas"]["ResolutionView"][];
      state: components["schemas"]["MeetingState"];
      steps: {
        /** @enum {string} */
        act: "drafted" | "called" | "postponed" | "cancelled" | "voters-fixed" | "opened" | "adjourned" | "closed" | "minutes-written" | "minutes-signed";
        at: components["schemas"]["InstantText"];
        by: string;
        note: string | null;
      }[];
      title: string;
      version: number;
      votersOn: components["schemas"]["DayText"] | null;
    };
    /** @enum {string} */
    MemberClass: "regular" | "nominal" | "associate" | "minor" | "institution";
    MemberCounts: {
      notes: number;
      papers: number;
      receipts: number;
      waiting: number;
    };
    MemberDepositView: {
      accountNumber: string;
      available: components["schemas"]["MoneyText"];
      balance: components["schemas"]["MoneyText"];
      id: components["schemas"]["Id"];
      kind: string;
      product: string;
      status: string;
      /** @enum {string} */
      withdrawal: "free" | "goal" | "closing" | "membership";
    };
    MemberList: {
      items: components["schemas"]["MemberRow"][];
      nextCursor: string | null;
      total?: number;
    };
    MemberLogIn: {
      hasPassword: boolean;
      lastLoginAt: components["schemas"]["InstantText"] | null;
      sessions: {
        address: string;
        agent: string;
        id: string;
        lastSeenAt: components["schemas"]["InstantText"];
      }[];
      /** @enum {string} */
      status: "active" | "suspended" | "closed";
    };
    MemberNote: {
      at: components["schemas"]["InstantText"];
      by: string;
      id: components["schemas"]["Id"];
      text: string;
    };
    MemberNoteBody: {
      text: string;
    };
    MemberNoteList: {
      items: components["schemas"]["MemberNote"][];
      nextCursor: string | null;
      total?: number;
    };
    MemberNoteQuery: {
      cursor?: string;
      limit?: string;
    };
    MemberQuery: {
      cursor?: string;
      joinedFrom?: components["schemas"]["DayInput"];
      joinedTo?: components["schemas"]["DayInput"];
      limit?: string;
      locality?: string;
      q?: string;
      /** @enum {string} */
      sort?: "name" | "-name" | "memberNumber" | "-memberNumber" | "joinedOn" | "-joinedOn";
      status?: components["schemas"]["MemberStatus"];
      /** @enum {string} */
      total?: "true" | "false";
    };
    MemberRow: {
      id: components["schemas"]["Id"];
      joinedOn: components["schemas"]["DayText"];
      locality: string;
      memberNumber: string;
      name: string;
      nameLocal: string | null;
      phone: string | null;
      savings: components["schemas"]["MoneyText"];
      shares: components["schemas"]["MoneyText"];
      status: components["schemas"]["MemberStatus"];
      statusSince: components["schemas"]["DayText"];
    };
    /** @enum {string} */
    MemberStatus: "pending_payment" | "active" | "dormant" | "suspended" | "resigned" | "expelled" | "deceased" | "closed";
    MemberView: {
      aadhaarMasked: string | null;
      addressLine: string;
      bankDetailsMasked: string | null;
      dateOfBirth: components["schemas"]["DayText"];
      deposits: components["schemas"]["MemberDepositView"][];
      district: string;
      dues: components["schemas"]["DueView"][];
      duesOutstanding: components["schemas"]["MoneyText"];
      email: string | null;
      employment: components["schemas"]["Employment"] | null;
      gender: components["schemas"]["Gender"];
      id: components["schemas"]["Id"];
      isStaff: boolean;
      joinedOn: components["schemas"]["DayText"];
      language: components["schemas"]["LanguageCode"];
      locality: string;
      loginNames: string[];
      memberClass: components["schemas"]["MemberClass"];
      memberNumber: string;
      name: string;
      nameLocal: string | null;
      nominees: components["schemas"]["NomineeView"][];
      occupation: string;
      panMasked: string | null;
      parentOrSpouseName: string | null;
      phone: string | null;
      photoFileId: string | null;
      postalCode: string;
      shares: {
        amount: components["schemas"]["MoneyText"];
        folio: string | null;
        pending: components["schemas"]["MoneyText"];
        shares: number;
      };
      signatureFileId: string | null;
      state: string;
      status: components["schemas"]["MemberStatus"];
      statusSince: components["schemas"]["DayText"];
      unverifiedPictures: ("photo" | "signature")[];
      version: number;
      waitingChanges: string[];
    };
    MessageFileParams: {
      fileId: string;
      id: components["schemas"]["IdInput"];
    };
    /** @enum {string} */
    MessageKind: "question" | "complaint" | "correction";
    MessageList: {
      items: components["schemas"]["MessageRow"][];
      nextCursor: string | null;
      total?: number;
    };
    MessageRow: {
      answerBy: components["schemas"]["DayText"] | null;
      id: components["schemas"]["Id"];
      isLate: boolean;
      kind: components["schemas"]["MessageKind"];
      lastAt: components["schemas"]["InstantText"];
      number: string | null;
      office: {
        assignedTo: string | null;
        memberId: components["schemas"]["Id"];
        memberName: string;
        memberNumber: string;
      } | null;
      openedAt: components["schemas"]["InstantText"];
      state: components["schemas"]["MessageState"];
      subject: string;
    };
    MessagesQuery: {
      cursor?: string;
      kind?: components["schemas"]["MessageKind"];
      limit?: string;
      mine?: components["schemas"]["FlagQuery"];
      q?: string;
      /** @enum {string} */
      state?: "open" | "answered" | "closed" | "waiting" | "all";
    };
    /** @enum {string} */
    MessageState: "open" | "answered" | "closed";
    MessageTextBody: {
      text: string;
    };
    MessageView: {
      answerBy: components["schemas"]["DayText"] | null;
      colleagues: {
        id: components["schemas"]["Id"];
        name: string;
      }[];
      entries: {
        at: components["schemas"]["InstantText"];
        by: string;
        byOffice: boolean;
        fileId: string | null;
        id: components["schemas"]["Id"];
        /** @enum {string} */
        kind: "written" | "answered" | "file" | "assigned" | "closed" | "reopened";
        text: string;
      }[];
      id: components["schemas"]["Id"];
      isLate: boolean;
      kind: components["schemas"]["MessageKind"];
      lastAt: components["schemas"]["InstantText"];
      mayReopen: boolean;
      mayWrite: boolean;
      number: string | null;
      office: {
        assignedTo: string | null;
        memberId: components["schemas"]["Id"];
        memberName: string;
        memberNumber: string;
      } | null;
      openedAt: components["schemas"]["InstantText"];
      reopenUntil: components["schemas"]["DayText"] | null;
      state: components["schemas"]["MessageState"];
      subject: string;
    };
    MeView: {
      businessDate: string;
      businessDateWaits: boolean;
      unreadNotifications: number;
      user: components["schemas"]["SessionUser"];
    };
    MinutesView: {
      isSigned: boolean;
      isWritten: boolean;
      mayNotSignBecause: string | null;
      meetingId: components["schemas"]["Id"];
      signatures: {
        asChair: boolean;
        at: components["schemas"]["InstantText"];
        name: string;
      }[];
      text: string;
      version: number;
      writtenAt: components["schemas"]["InstantText"] | null;
      writtenBy: string | null;
    };
    MoneyText: string;
    MonthInput: string;
    MoratoriumBody: {
      holiday: number;
      instalments: number;
      /** @enum {string} */
      interest: "served" | "apart";
      /** @constant */
      kind: "moratorium";
      reason: string;
      resolutionNumber: string;
      resolutionOn: components["schemas"]["DayInput"];
    };
    MoveMeetingBody: {
      heldOn: components["schemas"]["DayInput"];
      heldTime: string;
      reason: string;
    };
    NamedRelative: {
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      /** @enum {string} */
      relation: "spouse" | "parent-child" | "sibling" | "in-law" | "household" | "other";
    };
    NamedRelativeList: {
      items: components["schemas"]["NamedRelative"][];
    };
    NameNomineesBody: {
      nominees: components["schemas"]["NomineeInput"][];
    };
    NameRelativeBody: {
      memberNumber: string;
      /** @enum {string} */
      relation: "spouse" | "parent-child" | "sibling" | "in-law" | "household" | "other";
    };
    NomineeInput: {
      dateOfBirth: components["schemas"]["DayInput"];
      guardianName?: string;
      guardianRelation?: string;
      name: string;
      phone?: string;
      relation: string;
      sharePercent: string;
    };
    NomineeView: {
      dateOfBirth: components["schemas"]["DayText"];
      guardianName: string | null;
      guardianRelation: string | null;
      name: string;
      relation: string;
      sharePercent: string;
    };
    /** @enum {string} */
    NoticeAudience: "everyone" | "members" | "staff" | "committee" | "borrowers" | "borrowers-in-arrears" | "depositors-maturing";
    NoticeBody: {
      audience: components["schemas"]["NoticeAudience"];
      expiresOn?: components["schemas"]["DayInput"] | null;
      isPinned?: boolean;
      kind: components["schemas"]["NoticeKind"];
      priority: components["schemas"]["NoticePriority"];
      publishOn?: components["schemas"]["DayInput"] | null;
      publishTime?: string | null;
      texts: {
        language: components["schemas"]["NoticeLanguage"];
        text: string;
        title: string;
      }[];
    };
    /** @enum {string} */
    NoticeKind: "general" | "important" | "urgent" | "event";
    /** @enum {string} */
    NoticeLanguage: "en" | "hi" | "ne";
    NoticeList: {
      items: components["schemas"]["NoticeRow"][];
      nextCursor: string | null;
      total?: number;
    };
    NoticeParams: {
      id: components["schemas"]["IdInput"];
    };
    /** @enum {string} */
    NoticePriority: "low" | "medium" | "high";
    NoticeQuery: {
      language?: components["schemas"]["LanguageCode"];
      to?: components["schemas"]["IdInput"];
    };
    NoticeReach: {
      audience: components["schemas"]["NoticeAudience"];
      logIns: number;
      members: number | null;
    };
    NoticeReachQuery: {
      audience: components["schemas"]["NoticeAudience"];
    };
    NoticeReaderList: {
      items: {
        memberId: components["schemas"]["Id"] | null;
        memberNumber: string | null;
        name: string;
        readAt: components["schemas"]["InstantText"];
      }[];
      nextCursor: string | null;
      total?: number;
    };
    NoticeReaderQuery: {
      cursor?: string;
      limit?: string;
    };
    NoticeRow: {
      audience: components["schemas"]["NoticeAudience"];
      expiresOn: components["schemas"]["DayText"] | null;
      hasFile: boolean;
      id: components["schemas"]["Id"];
      isPinned: boolean;
      kind: components["schemas"]["NoticeKind"];
      language: components["schemas"]["NoticeLanguage"];
      languages: components["schemas"]["NoticeLanguage"][];
      priority: components["schemas"]["NoticePriority"];
      publishedAt: components["schemas"]["InstantText"] | null;
      publishOn: components["schemas"]["DayText"] | null;
      publishTime: string | null;
      readAt: components["schemas"]["InstantText"] | null;
      reads: {
        of: number;
        read: number;
      } | null;
      state: components["schemas"]["NoticeState"];
      title: string;
    };
    NoticesQuery: {
      audience?: components["schemas"]["NoticeAudience"];
      cursor?: string;
      kind?: components["schemas"]["NoticeKind"];
      limit?: string;
      priority?: components["schemas"]["NoticePriority"];
      q?: string;
      /** @enum {string} */
      state?: "draft" | "scheduled" | "published" | "expired" | "archived" | "all";
      unread?: components["schemas"]["FlagQuery"];
    };
    /** @enum {string} */
    NoticeState: "draft" | "scheduled" | "published" | "expired" | "archived";
    NoticeView: {
      audience: components["schemas"]["NoticeAudience"];
      expiresOn: components["schemas"]["DayText"] | null;
      file: {
        bytes: number;
        name: string;
      } | null;
      hasFile: boolean;
      id: components["schemas"]["Id"];
      isPinned: boolean;
      kind: components["schemas"]["NoticeKind"];
      language: components["schemas"]["NoticeLanguage"];
      languages: components["schemas"]["NoticeLanguage"][];
      office: {
        archivedAt: components["schemas"]["InstantText"] | null;
        archivedBy: string | null;
        createdAt: components["schemas"]["InstantText"];
        createdBy: string;
        mayChange: boolean;
        publishedBy: string | null;
        version: number;
      } | null;
      priority: components["schemas"]["NoticePriority"];
      publishedAt: components["schemas"]["InstantText"] | null;
      publishOn: components["schemas"]["DayText"] | null;
      publishTime: string | null;
      readAt: components["schemas"]["InstantText"] | null;
      reads: {
        of: number;
        read: number;
      } | null;
      state: components["schemas"]["NoticeState"];
      texts: {
        language: components["schemas"]["NoticeLanguage"];
        text: string;
        title: string;
      }[];
      title: string;
    };
    NotificationChoices: {
      channels: {
        email: {
          address: string | null;
          isThere: boolean;
        };
        push: {
          address: string | null;
          isThere: boolean;
        };
        sms: {
          address: string | null;
          isThere: boolean;
        };
      };
      kinds: {
        email: boolean;
        /** @enum {string} */
        kind: "money" | "reminders" | "overdue" | "accounts" | "office" | "notices" | "decisions" | "security" | "legal";
        mustCome: boolean;
        push: boolean;
        sms: boolean;
      }[];
      /** @enum {string} */
      language: "en" | "hi" | "ne";
      quiet: {
        from: string;
        societyFrom: string;
        societyTo: string;
        to: string;
        /** @enum {string} */
        whose: "society" | "own" | "none";
      };
    };
    NotificationList: {
      items: components["schemas"]["NotificationView"][];
      nextCursor: string | null;
      total?: number;
      unread: number;
    };
    NotificationQuery: {
      cursor?: string;
      /** @enum {string} */
      kind?: "money" | "reminders" | "overdue" | "accounts" | "office" | "notices" | "decisions" | "security" | "legal";
      limit?: string;
      /** @enum {string} */
      unread?: "true" | "false";
    };
    NotificationView: {
      createdAt: components["schemas"]["InstantText"];
      event: string;
      id: components["schemas"]["Id"];
      link: string | null;
      readAt: components["schemas"]["InstantText"] | null;
      text: string;
      title: string;
    };
    OfferCollateralBody: {
      deduction?: string;
      description: string;
      grossWeight: string;
      /** @constant */
      kind: "gold";
      ownerName: string;
      packetNumber: string;
      pieces: number;
      purity: number;
      valuedBy: string;
      valuedOn: components["schemas"]["DayInput"];
    } | {
      depositId: components["schemas"]["IdInput"];
      /** @constant */
      kind: "deposit";
      value: components["schemas"]["AmountInput"];
    } | {
      description: string;
      /** @enum {string} */
      kind: "property" | "vehicle" | "other";
      ownerName: string;
      value: components["schemas"]["AmountInput"];
      valuedBy: string;
      valuedOn: components["schemas"]["DayInput"];
    };
    OpenDailyAccountBody: {
      dailyAmount: components["schemas"]["AmountInput"];
      memberId: components["schemas"]["IdInput"];
      months?: number;
      productCode: string;
      routeId: components["schemas"]["IdInput"];
    };
    OpenDepositAnswer: components["schemas"]["DepositView"] | components["schemas"]["OpenedTermDeposit"] | {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      quote: components["schemas"]["DepositQuote"];
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    };
    OpenDepositBody: {
      amount?: components["schemas"]["AmountInput"];
      /** @enum {string} */
      atMaturity?: "renew-principal" | "renew-with-interest" | "to-savings" | "pay-out" | "wait";
      days?: number;
      goal?: {
        purpose: string;
        target: components["schemas"]["AmountInput"];
        targetOn: components["schemas"]["DayInput"];
      };
      holding?: components["schemas"]["HoldingInput"];
      memberId?: components["schemas"]["IdInput"];
      months?: number;
      openedOn?: components["schemas"]["DayInput"];
      payment?: components["schemas"]["TermOpeningPayment"];
      productCode: string;
    };
    OpenedTermDeposit: {
      accountNumber: string;
      annualRate: string;
      entryId: components["schemas"]["Id"];
      id: components["schemas"]["Id"];
      maturesOn: components["schemas"]["DayText"];
      maturityValue: components["schemas"]["MoneyText"];
      /** @constant */
      preview: false;
      receiptId: components["schemas"]["Id"] | null;
      /** @constant */
      status: "opened";
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
      /** @constant */
      status: "waiting";
    };
    /** @enum {string} */
    OpeningAccount: "savings" | "none";
    OpenTillBody: {
      count: components["schemas"]["CashCount"];
      fromVault: components["schemas"]["AmountOrZeroInput"];
    };
    OpenVoteBody: {
      /** @enum {string} */
      manner: "open" | "secret";
    };
    OwnCollectionQuery: {
      cursor?: string;
      depositId?: components["schemas"]["IdInput"];
      limit?: string;
    };
    OwnRound: {
      agent: components["schemas"]["AgentView"];
      businessDate: components["schemas"]["DayText"];
      collectedToday: components["schemas"]["MoneyText"];
      currency: string;
      routes: {
        accounts: {
          accountNumber: string;
          balance: components["schemas"]["MoneyText"];
          collectedToday: components["schemas"]["MoneyText"];
          dailyAmount: components["schemas"]["MoneyText"];
          depositId: components["schemas"]["Id"];
          memberName: string;
        }[];
        code: string;
        id: components["schemas"]["Id"];
        name: string;
      }[];
    };
    PaidDays: {
      accountNumber: string;
      after: components["schemas"]["DayText"] | null;
      before: components["schemas"]["DayText"] | null;
      businessDate: components["schemas"]["DayText"];
      currency: string;
      days: {
        amount: components["schemas"]["MoneyText"];
        day: components["schemas"]["DayText"];
        receipts: {
          id: components["schemas"]["Id"];
          number: string;
        }[];
      }[];
      from: components["schemas"]["DayText"];
      month: string;
      to: components["schemas"]["DayText"];
      total: components["schemas"]["MoneyText"];
    };
    PaidDaysQuery: {
      on?: components["schemas"]["DayInput"];
    };
    PaperCheck: {
      checkedAt: components["schemas"]["InstantText"] | null;
      checkedBy: string | null;
      note: string | null;
      state: components["schemas"]["PaperState"];
    };
    PaperForm: {
      blackout?: string;
      expiresOn?: string;
      issuedOn?: string;
      number?: string;
    };
    PaperParams: {
      id: components["schemas"]["FileIdInput"];
    };
    /** @enum {string} */
    PaperState: "pending" | "verified" | "rejected";
    PapersToCheck: {
      items: components["schemas"]["PaperToCheck"][];
      nextCursor: string | null;
      total?: number;
      waiting: number;
    };
    PapersToCheckQuery: {
      cursor?: string;
      kind?: components["schemas"]["FileKind"];
      limit?: string;
      q?: string;
    };
    PaperToCheck: {
      file: components["schemas"]["PersonFile"];
      mayNotCheckBecause: string | null;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
    };
    PaperView: {
      file: components["schemas"]["PersonFile"];
      mayNotCheckBecause: string | null;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      numberAgrees: boolean | null;
      record: {
        aadhaarMasked: string | null;
        address: string;
        dateOfBirth: components["schemas"]["DayText"];
        name: string;
        nameLocal: string | null;
        nominees: string[];
        panMasked: string | null;
        parentOrSpouseName: string | null;
        phone: string | null;
        photoFileId: string | null;
        signatureFileId: string | null;
      };
      state: components["schemas"]["PaperState"];
      wantsExpiry: boolean;
    };
    Passbook: {
      accountNumber: string;
      currency: string;
      items: components["schemas"]["PassbookRow"][];
      nextCursor: string | null;
      total?: number;
    };
    PassbookQuery: {
      cursor?: string;
      from?: components["schemas"]["DayInput"];
      limit?: string;
      q?: string;
      to?: components["schemas"]["DayInput"];
    };
    PassbookRow: {
      balance: components["schemas"]["MoneyText"];
      deposit: components["schemas"]["MoneyText"] | null;
      entryId: components["schemas"]["Id"];
      entryNumber: string;
      id: components["schemas"]["Id"];
      kind: string;
      narration: string;
      postedOn: components["schemas"]["DayText"];
      receiptId: components["schemas"]["Id"] | null;
      recordedAt: components["schemas"]["InstantText"];
      valueOn: components["schemas"]["DayText"];
      withdrawal: components["schemas"]["MoneyText"] | null;
    };
    PayCommissionAnswer: components["schemas"]["ActPreview"] | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
      /** @constant */
      status: "waiting";
    };
    PayCommissionBody: {
      month: components["schemas"]["MonthInput"];
    };
    /** @enum {string} */
    PaymentMode: "cash" | "cheque" | "bank" | "upi";
    PaymentRequestList: {
      items: components["schemas"]["PaymentRequestRow"][];
      nextCursor: string | null;
      total?: number;
    };
    PaymentRequestQuery: {
      cursor?: string;
      limit?: string;
      memberId?: components["schemas"]["IdInput"];
      open?: components["schemas"]["FlagQuery"];
      q?: string;
      status?: components["schemas"]["PaymentRequestStatus"];
    };
    PaymentRequestRow: {
      amount: components["schemas"]["MoneyText"];
      askedAt: components["schemas"]["InstantText"];
      askedBy: string;
      askedOn: components["schemas"]["DayText"];
      claimedAt: components["schemas"]["InstantText"] | null;
      claimedNumber: string | null;
      currency: string;
      expiresAt: components["schemas"]["InstantText"];
      id: components["schemas"]["Id"];
      lines: {
        amount: components["schemas"]["MoneyText"];
        label: string;
      }[];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      payeeAddress: string;
      payeeName: string;
      reason: string | null;
      receiptId: components["schemas"]["Id"] | null;
      receiptNumber: string | null;
      reference: string;
      scheme: components["schemas"]["PaymentScheme"];
      status: components["schemas"]["PaymentRequestStatus"];
    };
    /** @enum {string} */
    PaymentRequestStatus: "created" | "shown" | "claimed" | "expired" | "receipted" | "rejected";
    PaymentRequestView: {
      amount: components["schemas"]["MoneyText"];
      askedAt: components["schemas"]["InstantText"];
      askedBy: string;
      askedOn: components["schemas"]["DayText"];
      claimedAt: components["schemas"]["InstantText"] | null;
      claimedNumber: string | null;
      code: {
        link: string | null;
        payload: string;
        qrSvg: string;
      } | null;
      currency: string;
      expiresAt: components["schemas"]["InstantText"];
      id: components["schemas"]["Id"];
      lines: {
        amount: components["schemas"]["MoneyText"];
        label: string;
      }[];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      payeeAddress: string;
      payeeName: string;
      reason: string | null;
      receiptId: components["schemas"]["Id"] | null;
      receiptNumber: string | null;
      reference: string;
      scheme: components["schemas"]["PaymentScheme"];
      status: components["schemas"]["PaymentRequestStatus"];
    };
    /** @enum {string} */
    PaymentScheme: "upi" | "nepal-qr";
    PersonFile: {
      addedAt: components["schemas"]["InstantText"];
      addedBy: string | null;
      bytes: number;
      check: components["schemas"]["PaperCheck"] | null;
      expiresOn: components["schemas"]["DayText"] | null;
      height: number | null;
      id: string;
      issuedOn: components["schemas"]["DayText"] | null;
      kind: components["schemas"]["AnyFileKind"];
      /** @enum {string} */
      mediaType: "image/jpeg" | "image/png" | "application/pdf";
      name: string;
      numberMasked: string | null;
      /** @enum {string} */
      status: "current" | "waiting" | "replaced" | "refused" | "removed";
      width: number | null;
    };
    PersonFileList: {
      items: components["schemas"]["PersonFile"][];
    };
    PostingView: {
      accountCode: string;
      accountName: string;
      amount: components["schemas"]["MoneyText"];
      /** @enum {string} */
      side: "debit" | "credit";
      subLedger: string | null;
      subLedgerNumber: string | null;
    };
    /** @enum {string} */
    PrepaymentChoice: "reduceInstalment" | "reduceTerm";
    /** @enum {string} */
    PresetCode: "IN-STATE" | "IN-MSCS" | "NP-SACCOS" | "INTL-SACCO";
    Problem: {
      code: string;
      detail: string;
      fields?: {
        code: string;
        detail: string;
        path: string;
      }[];
      requestId: string;
      status: number;
      title: string;
      type: string;
    };
    ProductHistory: {
      items: {
        annualRate: string;
        approvedBy: string | null;
        effectiveFrom: components["schemas"]["DayText"];
        legalBasis: string | null;
        minimumBalance: components["schemas"]["MoneyText"];
        name: string;
        reason: string | null;
        recordedAt: components["schemas"]["InstantText"] | null;
        setBy: string | null;
      }[];
    };
    ProductRule: {
      accountCode: string;
      annualRate: string;
      /** @enum {string} */
      appliesTo: "all" | "new";
      code: string;
      /** @enum {string} */
      dayCount: "actual/365" | "actual/actual" | "30/360";
      deposits: number;
      dormantMonths: number | null;
      effectiveFrom: components["schemas"]["DayText"];
      /** @enum {string} */
      interestBasis: "dailyProduct" | "minimumFromTenth";
      interestMonths: number[];
      /** @enum {string} */
      interestRule: "none" | "savings" | "thrift" | "daily";
      isOffered: boolean;
      kind: string;
      legalBasis: string | null;
      minimumBalance: components["schemas"]["MoneyText"];
      minimumDeposit: components["schemas"]["MoneyText"];
      name: string;
      nameEn: string;
      nameHi: string;
      next: {
        annualRate: string;
        effectiveFrom: components["schemas"]["DayText"];
        minimumBalance: components["schemas"]["MoneyText"];
      } | null;
      rates: {
        amountFrom: components["schemas"]["MoneyText"];
        annualRate: string;
        /** @enum {string} */
        category: "general" | "senior" | "woman" | "staff" | "institution";
      }[];
      /** @enum {string} */
      rounding: "paisa" | "rupee";
      /** @enum {string} */
      slabMethod: "wholeBalance" | "marginal";
      waitingApprovalId: components["schemas"]["Id"] | null;
      /** @enum {string} */
      withdrawal: "free" | "goal" | "closing" | "membership";
    };
    ProductRuleList: {
      items: components["schemas"]["ProductRule"][];
    };
    ProposeBody: {
      itemId?: components["schemas"]["IdInput"] | null;
      majority?: components["schemas"]["MeetingMajority"];
      proposerId: components["schemas"]["IdInput"];
      seconderId: components["schemas"]["IdInput"];
      text: string;
    };
    PublicNotice: {
      expiresOn: components["schemas"]["DayText"] | null;
      file: {
        bytes: number;
        name: string;
      } | null;
      hasFile: boolean;
      id: components["schemas"]["Id"];
      isPinned: boolean;
      kind: components["schemas"]["NoticeKind"];
      language: components["schemas"]["NoticeLanguage"];
      languages: components["schemas"]["NoticeLanguage"][];
      priority: components["schemas"]["NoticePriority"];
      publishedAt: components["schemas"]["InstantText"] | null;
      texts: {
        language: components["schemas"]["NoticeLanguage"];
        text: string;
        title: string;
      }[];
      title: string;
    };
    PublicNoticeList: {
      items: {
        expiresOn: components["schemas"]["DayText"] | null;
        hasFile: boolean;
        id: components["schemas"]["Id"];
        isPinned: boolean;
        kind: components["schemas"]["NoticeKind"];
        language: components["schemas"]["NoticeLanguage"];
        languages: components["schemas"]["NoticeLanguage"][];
        priority: components["schemas"]["NoticePriority"];
        publishedAt: components["schemas"]["InstantText"] | null;
        title: string;
      }[];
      nextCursor: string | null;
      total?: number;
    };
    PublicNoticeQuery: {
      cursor?: string;
      limit?: string;
    };
    PushKeyView: {
      isSubscribed: boolean;
      publicKey: string;
    };
    RateInput: string;
    ReactivateBody: {
      note: string;
    };
    ReasonBody: {
      reason: string;
    };
    ReceiptLineInput: {
      amount: components["schemas"]["AmountInput"];
      dueId: components["schemas"]["IdInput"];
      /** @constant */
      kind: "due";
    } | {
      amount: components["schemas"]["AmountInput"];
      /** @constant */
      kind: "shares";
    } | {
      amount: components["schemas"]["AmountInput"];
      depositId: components["schemas"]["IdInput"];
      /** @constant */
      kind: "savings";
    } | {
      amount: components["schemas"]["AmountInput"];
      depositId: components["schemas"]["IdInput"];
      /** @constant */
      kind: "instalment";
    } | {
      amount: components["schemas"]["AmountInput"];
      /** @constant */
      kind: "loan";
      loanId: components["schemas"]["IdInput"];
      prepayment?: components["schemas"]["PrepaymentChoice"];
    };
    ReceiptLineView: {
      amount: components["schemas"]["MoneyText"];
      kind: string;
      label: string;
    };
    ReceiptList: {
      items: components["schemas"]["ReceiptRow"][];
      nextCursor: string | null;
      total?: number;
      totals?: {
        paid: components["schemas"]["MoneyText"];
        received: components["schemas"]["MoneyText"];
      };
    };
    ReceiptMessage: {
      /** @enum {string} */
      language: "en" | "hi" | "ne";
      link: string;
      text: string;
    };
    ReceiptPdfQuery: {
      language?: components["schemas"]["LanguageCode"];
      /** @enum {string} */
      size?: "a5" | "80mm";
    };
    ReceiptQuery: {
      cursor?: string;
      /** @enum {string} */
      direction?: "in" | "out";
      from?: components["schemas"]["DayInput"];
      limit?: string;
      memberId?: components["schemas"]["IdInput"];
      q?: string;
      tillSessionId?: components["schemas"]["IdInput"];
      to?: components["schemas"]["DayInput"];
      total?: components["schemas"]["FlagQuery"];
    };
    ReceiptRow: {
      currency: string;
      /** @enum {string} */
      direction: "in" | "out";
      entryId: components["schemas"]["Id"];
      id: components["schemas"]["Id"];
      issuedAt: components["schemas"]["InstantText"];
      issuedBy: string | null;
      issuedOn: components["schemas"]["DayText"];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      mode: string;
      number: string;
      prints: number;
      reference: string | null;
      reversedByEntryId: components["schemas"]["Id"] | null;
      tillCode: string | null;
      total: components["schemas"]["MoneyText"];
    };
    ReceiptView: {
      cashGiven: components["schemas"]["MoneyText"] | null;
      change: components["schemas"]["MoneyText"] | null;
      currency: string;
      /** @enum {string} */
      direction: "in" | "out";
      entryId: components["schemas"]["Id"];
      id: components["schemas"]["Id"];
      issuedAt: components["schemas"]["InstantText"];
      issuedBy: string | null;
      issuedOn: components["schemas"]["DayText"];
      lines: components["schemas"]["ReceiptLineView"][];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      mode: string;
      number: string;
      prints: number;
      reference: string | null;
      reversedByEntryId: components["schemas"]["Id"] | null;
      tillCode: string | null;
      total: components["schemas"]["MoneyText"];
      totalInWords: {
        en: string;
        hi: string;
      };
    };
    ReceiveCollateralBody: {
      itemIds: components["schemas"]["IdInput"][];
      keptWhere: string;
    };
    RecommendLoanBody: {
      note: string;
      override?: string;
      version: number;
    };
    RecordContactBody: {
      contactedOn?: components["schemas"]["DayInput"];
      kind: components["schemas"]["LoanContactKind"];
      promise?: {
        amount: components["schemas"]["AmountInput"];
        by: components["schemas"]["DayInput"];
      };
      said: string;
      spokeTo: string;
    };
    RecordTaxDeclarationBody: {
      financialYear: string;
      number: string;
      receivedOn: components["schemas"]["DayInput"];
    };
    RecoverFromGuarantorAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      split: components["schemas"]["LoanSplit"];
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
    };
    RecoverFromGuarantorBody: {
      amount: components["schemas"]["AmountInput"];
      fromDepositId: components["schemas"]["IdInput"];
      reason: string;
    };
    RefreshBody: {
      /** @enum {string} */
      audience?: "member" | "staff";
      refreshToken?: string;
    };
    RefuseBody: {
      reason: string;
    };
    RefuseLoanBody: {
      reason: string;
      version: number;
    };
    RegisterAgentBody: {
      memberId?: components["schemas"]["IdInput"] | null;
      userId: components["schemas"]["IdInput"];
    };
    RegisteredAnswer: {
      /** @constant */
      status: "submitted";
      trackingNumber: string;
    };
    RegisterMemberBody: {
      aadhaar?: string;
      accountType: components["schemas"]["OpeningAccount"];
      addressLine: string;
      /** @constant */
      consent: true;
      dateOfBirth: components["schemas"]["DayInput"];
      district: string;
      email?: string;
      gender: components["schemas"]["Gender"];
      language: components["schemas"]["LanguageCode"];
      locality: string;
      memberClass?: components["schemas"]["MemberClass"];
      name: string;
      nameLocal?: string;
      nominees: components["schemas"]["NomineeInput"][];
      occupation: string;
      pan?: string;
      parentOrSpouseName?: string;
      phone: string;
      postalCode: string;
      state: string;
    };
    RegisterWalkInBody: {
      aadhaar?: string;
      accountType: components["schemas"]["OpeningAccount"];
      addressLine: string;
      dateOfBirth: components["schemas"]["DayInput"];
      district: string;
      email?: string;
      gender: components["schemas"]["Gender"];
      language: components["schemas"]["LanguageCode"];
      locality: string;
      memberClass?: components["schemas"]["MemberClass"];
      name: string;
      nameLocal?: string;
      nominees: components["schemas"]["NomineeInput"][];
      occupation: string;
      pan?: string;
      parentOrSpouseName?: string;
      phone: string;
      phoneSharedReason?: string;
      postalCode: string;
      state: string;
    };
    RejectPaperBody: {
      reason: string;
    };
    RejectPaymentBody: {
      reason: string;
    };
    RelativeParams: {
      id: components["schemas"]["IdInput"];
      relativeId: components["schemas"]["IdInput"];
    };
    ReleaseCollateralBody: {
      itemIds: components["schemas"]["IdInput"][];
      releasedTo: string;
    };
    ReminderList: {
      items: components["schemas"]["ReminderRule"][];
    };
    ReminderRule: {
      daysBefore: number[];
      /** @enum {string} */
      kind: "loan-instalment" | "deposit-instalment" | "thrift" | "maturity" | "kyc" | "meeting";
      setting: components["schemas"]["SettingView"];
      week: {
        day: components["schemas"]["DayText"];
        members: number;
      }[];
    };
    RenameEmployerBody: {
      name: string;
      version: number;
    };
    RepayLoanAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      split: components["schemas"]["LoanSplit"];
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      entryId: components["schemas"]["Id"];
      entryNumber: string;
      isClosed: boolean;
      /** @constant */
      preview: false;
      split: components["schemas"]["LoanSplit"];
    };
    RepayLoanBody: {
      amount: components["schemas"]["AmountInput"];
      fromDepositId: components["schemas"]["IdInput"];
      prepayment?: components["schemas"]["PrepaymentChoice"];
      valueOn?: components["schemas"]["DayInput"];
    };
    RepaymentSheetDetail: {
      enteredAt: components["schemas"]["InstantText"];
      enteredBy: string;
      enteredOn: components["schemas"]["DayText"];
      entryId: components["schemas"]["Id"];
      entryNumber: string;
      id: components["schemas"]["Id"];
      items: components["schemas"]["RepaymentSheetRow"][];
      left: components["schemas"]["MoneyText"];
      mode: components["schemas"]["PaymentMode"];
      number: string;
      paid: components["schemas"]["MoneyText"];
      paidRows: number;
      reference: string | null;
      refusedRows: number;
      rows: number;
      /** @enum {string} */
      status: "posting" | "done" | "taken-back";
      total: components["schemas"]["MoneyText"];
    };
    RepaymentSheetList: {
      currency: string;
      items: components["schemas"]["RepaymentSheetView"][];
      nextCursor: string | null;
      total?: number;
    };
    RepaymentSheetQuery: {
      cursor?: string;
      limit?: string;
    };
    RepaymentSheetRow: {
      amount: components["schemas"]["MoneyText"] | null;
      line: number;
      loanId: components["schemas"]["Id"] | null;
      loanNumber: string | null;
      memberId: components["schemas"]["Id"] | null;
      memberName: string | null;
      memberNumber: string | null;
      note: string | null;
      problem: string | null;
      receiptId: components["schemas"]["Id"] | null;
      split: components["schemas"]["LoanSplit"] | null;
      /** @enum {string} */
      status: "ready" | "waiting" | "paid" | "refused";
      typed: string;
    };
    RepaymentSheetView: {
      enteredAt: components["schemas"]["InstantText"];
      enteredBy: string;
      enteredOn: components["schemas"]["DayText"];
      entryId: components["schemas"]["Id"];
      entryNumber: string;
      id: components["schemas"]["Id"];
      left: components["schemas"]["MoneyText"];
      mode: components["schemas"]["PaymentMode"];
      number: string;
      paid: components["schemas"]["MoneyText"];
      paidRows: number;
      reference: string | null;
      refusedRows: number;
      rows: number;
      /** @enum {string} */
      status: "posting" | "done" | "taken-back";
      total: components["schemas"]["MoneyText"];
    };
    RescheduleLoanBody: {
      annualRate?: components["schemas"]["RateInput"];
      /** @enum {string} */
      arrears: "stay" | "apart";
      firstDueOn: components["schemas"]["DayInput"];
      instalments: number;
      /** @constant */
      kind: "rescheduling";
      reason: string;
      resolutionNumber: string;
      resolutionOn: components["schemas"]["DayInput"];
    };
    ResetPasswordBody: {
      code: string;
      identifier: string;
      newPassword: string;
    };
    ResolutionsQuery: {
      /** @enum {string} */
      body?: "general" | "committee";
      cursor?: string;
      limit?: string;
      loanId?: components["schemas"]["IdInput"];
      q?: string;
    };
    /** @enum {string} */
    ResolutionState: "proposed" | "voting" | "tied" | "carried" | "lost" | "withdrawn";
    ResolutionView: {
      cast: number;
      castingVote: ("for" | "against") | null;
      decidedOn: components["schemas"]["DayText"] | null;
      hasVoted: boolean;
      id: components["schemas"]["Id"];
      interested: {
        name: string;
        reason: string;
      }[];
      itemId: components["schemas"]["Id"] | null;
      majority: components["schemas"]["MeetingMajority"];
      manner: components["schemas"]["VoteManner"] | null;
      mayVote: boolean;
      meetingId: components["schemas"]["Id"];
      number: string | null;
      openVotes: {
        choice: components["schemas"]["VoteChoice"];
        name: string;
      }[];
      proposer: string | null;
      seconder: string | null;
      state: components["schemas"]["ResolutionState"];
      subject: {
        id: components["schemas"]["Id"];
        kind: components["schemas"]["AgendaKind"];
      } | null;
      text: string;
      votes: {
        abstained: number;
        against: number;
        for: number;
      } | null;
    };
    RestrictDepositBody: {
      amount: components["schemas"]["AmountInput"];
      /** @constant */
      kind: "hold";
      reason: string;
      reference?: string;
      untilOn?: components["schemas"]["DayInput"];
    } | {
      amount: components["schemas"]["AmountInput"];
      /** @constant */
      kind: "lien";
      reason: string;
      reference: string;
    } | {
      allowsDeposits: boolean;
      /** @constant */
      kind: "freeze";
      reason: string;
      reference?: string;
    };
    RestrictionParams: {
      id: components["schemas"]["IdInput"];
      restrictionId: components["schemas"]["IdInput"];
    };
    ResubmitBody: {
      aadhaar?: string;
      accountType: components["schemas"]["OpeningAccount"];
      addressLine: string;
      currentPhone: string;
      dateOfBirth: components["schemas"]["DayInput"];
      district: string;
      email?: string;
      gender: components["schemas"]["Gender"];
      language: components["schemas"]["LanguageCode"];
      locality: string;
      memberClass?: components["schemas"]["MemberClass"];
      name: string;
      nameLocal?: string;
      nominees: components["schemas"]["NomineeInput"][];
      occupation: string;
      pan?: string;
      parentOrSpouseName?: string;
      phone: string;
      postalCode: string;
      state: string;
      trackingNumber: string;
    };
    RetireAgentBody: {
      version: number;
    };
    RetireTillBody: {
      version: number;
    };
    RetriedDayEnd: {
      done: number;
      failuresLeft: number;
      retried: number;
    };
    ReturnBankLineBody: {
      reason: string;
      reference: string;
    };
    ReverseEntryAnswer: components["schemas"]["ActPreview"] | {
      entryId: components["schemas"]["Id"];
      entryNumber: string;
      /** @constant */
      preview: false;
      /** @constant */
      status: "reversed";
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
      /** @constant */
      status: "waiting";
    };
    ReverseEntryBody: {
      reason: string;
    };
    ReviewKycBody: {
      note: string;
    };
    /** @enum {string} */
    RiskClass: "low" | "medium" | "high";
    RoleList: {
      items: components["schemas"]["RoleView"][];
      permissions: ("own.profile.read" | "own.profile.change" | "own.accounts.read" | "own.transfer" | "own.loan.apply" | "member.read" | "member.register" | "member.change" | "member.identity.disclose" | "member.login.issue" | "application.read" | "application.recommend" | "application.decide" | "member.status.request" | "kyc.check" | "counter.read" | "till.operate" | "receipt.take" | "savings.withdraw" | "savings.transfer" | "deposit.open" | "entry.reverse" | "till.manage" | "collections.own" | "collections.read" | "collections.enter" | "collections.manage" | "loan.read" | "loan.apply" | "loan.recommend" | "loan.decide" | "loan.disburse" | "share.read" | "share.allot" | "books.read" | "voucher.enter" | "day.close" | "approval.read" | "approval.decide" | "dashboard.read" | "audit.read" | "export.read" | "notice.write" | "message.answer" | "meeting.read" | "meeting.manage" | "meeting.sit" | "settings.read" | "settings.change" | "user.read" | "user.manage" | "role.manage" | "system.read")[];
    };
    RoleParams: {
      code: string;
    };
    RoleView: {
      builtIn: boolean;
      code: string;
      name: string;
      nameEn: string;
      nameHi: string;
      permissions: ("own.profile.read" | "own.profile.change" | "own.accounts.read" | "own.transfer" | "own.loan.apply" | "member.read" | "member.register" | "member.change" | "member.identity.disclose" | "member.login.issue" | "application.read" | "application.recommend" | "application.decide" | "member.status.request" | "kyc.check" | "counter.read" | "till.operate" | "receipt.take" | "savings.withdraw" | "savings.transfer" | "deposit.open" | "entry.reverse" | "till.manage" | "collections.own" | "collections.read" | "collections.enter" | "collections.manage" | "loan.read" | "loan.apply" | "loan.recommend" | "loan.decide" | "loan.disburse" | "share.read" | "share.allot" | "books.read" | "voucher.enter" | "day.close" | "approval.read" | "approval.decide" | "dashboard.read" | "audit.read" | "export.read" | "notice.write" | "message.answer" | "meeting.read" | "meeting.manage" | "meeting.sit" | "settings.read" | "settings.change" | "user.read" | "user.manage" | "role.manage" | "system.read")[];
      users: number;
      version: number;
    };
    RuleChange: {
      applied: boolean;
      approvalId: components["schemas"]["Id"] | null;
      deciders: string[];
      isAlone: boolean;
      lines: {
        after: string;
        before: string | null;
        label: string;
      }[];
      needsSecondPerson: boolean;
      preview: boolean;
    };
    SanctionLevels: {
      currency: string;
      effectiveFrom: components["schemas"]["DayText"] | null;
      history: {
        approvedBy: string | null;
        effectiveFrom: components["schemas"]["DayText"];
        legalBasis: string | null;
        levels: {
          roleCode: string;
          roleName: string;
          upTo: components["schemas"]["MoneyText"] | null;
        }[];
        reason: string | null;
        recordedAt: components["schemas"]["InstantText"] | null;
        setBy: string | null;
      }[];
      legalBasis: string | null;
      levels: {
        roleCode: string;
        roleName: string;
        upTo: components["schemas"]["MoneyText"] | null;
      }[];
      next: {
        effectiveFrom: components["schemas"]["DayText"];
        levels: {
          roleCode: string;
          roleName: string;
          upTo: components["schemas"]["MoneyText"] | null;
        }[];
      } | null;
      roles: {
        code: string;
        name: string;
      }[];
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    SanctionLoanBody: {
      amount: components["schemas"]["AmountInput"];
      instalments: number;
      note?: string;
      override?: string;
      resolutionNumber: string;
      version: number;
    };
    SavedView: {
      hiddenColumns: string[];
      id: components["schemas"]["Id"];
      list: components["schemas"]["ViewedList"];
      name: string;
      search: {
        [key: string]: string;
      };
    };
    SavedViewList: {
      items: components["schemas"]["SavedView"][];
    };
    SavedViewParams: {
      id: components["schemas"]["IdInput"];
    };
    SavedViewQuery: {
      list?: components["schemas"]["ViewedList"];
    };
    SaveViewBody: {
      hiddenColumns: string[];
      list: components["schemas"]["ViewedList"];
      name: string;
      search: {
        [key: string]: string;
      };
    };
    SavingsQuote: {
      amount: components["schemas"]["MoneyText"];
      annualRate: string;
      currency: string;
      interest: components["schemas"]["MoneyText"];
      /** @enum {string} */
      kind: "savings" | "current" | "salary" | "thrift" | "daily" | "goal" | "optional" | "emergency";
      lines: {
        balance: components["schemas"]["UnroundedText"];
        credited: components["schemas"]["MoneyText"] | null;
        interest: components["schemas"]["UnroundedText"];
        label: string;
        on: components["schemas"]["DayText"];
      }[];
      monthly: components["schemas"]["MoneyText"];
      openedOn: components["schemas"]["DayText"];
      paidIn: components["schemas"]["MoneyText"];
      product: string;
      productCode: string;
      /** @enum {string} */
      rounding: "paisa" | "rupee";
      rule: string;
      until: components["schemas"]["DayText"];
      value: components["schemas"]["MoneyText"];
      version: components["schemas"]["TermProductVersion"];
    };
    SearchAnswer: {
      accounts: {
        accountNumber: string;
        id: components["schemas"]["Id"];
        memberName: string;
        status: string;
      }[];
      applications: {
        id: components["schemas"]["Id"];
        name: string;
        status: string;
        trackingNumber: string;
      }[];
      members: {
        id: components["schemas"]["Id"];
        locality: string;
        memberNumber: string;
        name: string;
        nameLocal: string | null;
        phone: string | null;
        status: components["schemas"]["MemberStatus"];
      }[];
      receipts: {
        /** @enum {string} */
        direction: "in" | "out";
        id: components["schemas"]["Id"];
        issuedOn: components["schemas"]["DayText"];
        memberName: string;
        number: string;
        total: components["schemas"]["MoneyText"];
      }[];
    };
    SearchQuery: {
      q: string;
    };
    SessionList: {
      items: components["schemas"]["SessionView"][];
    };
    SessionParams: {
      sessionId: string;
    };
    SessionUser: {
      id: components["schemas"]["Id"];
      /** @enum {string} */
      kind: "member" | "staff";
      language: components["schemas"]["LanguageCode"];
      memberId: components["schemas"]["Id"] | null;
      memberNumber: string | null;
      mustChangePassword: boolean;
      name: string;
      permissions: ("own.profile.read" | "own.profile.change" | "own.accounts.read" | "own.transfer" | "own.loan.apply" | "member.read" | "member.register" | "member.change" | "member.identity.disclose" | "member.login.issue" | "application.read" | "application.recommend" | "application.decide" | "member.status.request" | "kyc.check" | "counter.read" | "till.operate" | "receipt.take" | "savings.withdraw" | "savings.transfer" | "deposit.open" | "entry.reverse" | "till.manage" | "collections.own" | "collections.read" | "collections.enter" | "collections.manage" | "loan.read" | "loan.apply" | "loan.recommend" | "loan.decide" | "loan.disburse" | "share.read" | "share.allot" | "books.read" | "voucher.enter" | "day.close" | "approval.read" | "approval.decide" | "dashboard.read" | "audit.read" | "export.read" | "notice.write" | "message.answer" | "meeting.read" | "meeting.manage" | "meeting.sit" | "settings.read" | "settings.change" | "user.read" | "user.manage" | "role.manage" | "system.read")[];
      role: string | null;
      roleName: string | null;
      totpEnabled: boolean;
    };
    SessionView: {
      address: string;
      agent: string;
      /** @enum {string} */
      audience: "member" | "staff";
      createdAt: components["schemas"]["InstantText"];
      id: string;
      isCurrent: boolean;
      lastSeenAt: components["schemas"]["InstantText"];
    };
    SetGatewayBody: {
      kind: components["schemas"]["GatewayKind"];
      name: string;
      reason?: string;
      secret: components["schemas"]["SharedSecret"];
    };
    SetSmsProviderBody: {
      authHeader: string;
      body: string;
      entityId: string;
      name: string;
      reason?: string;
      secret: string;
      sender: string;
      /** Format: uri */
      url: string;
    };
    SetSmsTemplateBody: {
      dltId: string;
      event: string;
      /** @enum {string} */
      language: "en" | "hi" | "ne";
      reason?: string;
      slots: ("amount" | "number" | "account" | "loan" | "dueOn" | "payBy" | "level" | "memberNumber" | "notice" | "society" | "day" | "code")[];
      text: string;
    };
    SetStandingInstructionBody: {
      fromDepositId: components["schemas"]["IdInput"];
      startsOn?: components["schemas"]["DayInput"];
      toDepositId: components["schemas"]["IdInput"];
    };
    SettingHistory: {
      items: {
        approvedBy: string | null;
        effectiveFrom: components["schemas"]["DayText"];
        legalBasis: string | null;
        reason: string | null;
        recordedAt: components["schemas"]["InstantText"] | null;
        setBy: string | null;
        value: string | number | boolean | null;
      }[];
    };
    SettingParams: {
      name: string;
    };
    SettingsList: {
      items: components["schemas"]["SettingView"][];
    };
    SettingView: {
      choices?: string[];
      effectiveFrom: components["schemas"]["DayText"];
      group: string;
      help: {
        basis: string;
        example: string;
        what: string;
      };
      isFixed: boolean;
      /** @enum {string} */
      kind: "text" | "money" | "number" | "percent" | "flag" | "pattern" | "choice" | "weekdays" | "languages" | "papers" | "days-before";
      label: string;
      legalBasis: string | null;
      name: string;
      needsSecondPerson: boolean;
      next: {
        effectiveFrom: components["schemas"]["DayText"];
        value: string | number | boolean | null;
      } | null;
      value: string | number | boolean | null;
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    SetupAnswer: {
      businessDate: components["schemas"]["DayText"];
      /** @constant */
      done: true;
      username: string;
    };
    SetupBody: {
      administrator: {
        email?: string;
        language: components["schemas"]["LanguageCode"];
        name: string;
        password: string;
        username: string;
      };
      booksBeginOn: components["schemas"]["DayInput"];
      /** @enum {string} */
      currency: "INR" | "NPR" | "KES" | "USD";
      fees: {
        admission: components["schemas"]["AmountOrZeroInput"];
        buildingFund: components["schemas"]["AmountOrZeroInput"];
        welfareFund: components["schemas"]["AmountOrZeroInput"];
      };
      financialYearStart: string;
      preset: components["schemas"]["PresetCode"];
      savings: {
        minimumBalance: components["schemas"]["AmountOrZeroInput"];
      };
      setupCode: string;
      shares: {
        faceValue: components["schemas"]["AmountOrZeroInput"];
        minimumShares: number;
      };
      society: {
        address: string;
        email?: string;
        logo?: string;
        name: string;
        nameLocal?: string;
        phone?: string;
        registeredOn?: components["schemas"]["DayInput"];
        registrationNumber: string;
        website?: string;
      };
      timeZone: string;
    };
    SetupState: {
      isSetUp: boolean;
      presets: components["schemas"]["PresetCode"][];
    };
    ShareAllotmentView: {
      allottedOn: components["schemas"]["DayText"];
      amount: components["schemas"]["MoneyText"];
      certificateNumber: string;
      distinctiveFrom: number;
      distinctiveTo: number;
      entryId: components["schemas"]["Id"];
      faceValue: components["schemas"]["MoneyText"];
      id: components["schemas"]["Id"];
      resolutionNumber: string | null;
      reversedByEntryId: components["schemas"]["Id"] | null;
      shares: number;
    };
    SharedSecret: string;
    ShareHoldingList: {
      items: components["schemas"]["ShareHoldingRow"][];
      nextCursor: string | null;
      total?: number;
      totals?: {
        amount: components["schemas"]["MoneyText"];
        pending: components["schemas"]["MoneyText"];
        shares: number;
      };
    };
    ShareHoldingQuery: {
      cursor?: string;
      limit?: string;
      /** @enum {string} */
      pending?: "true" | "false";
      q?: string;
      total?: components["schemas"]["FlagQuery"];
    };
    ShareHoldingRow: {
      amount: components["schemas"]["MoneyText"];
      currency: string;
      folio: string | null;
      id: components["schemas"]["Id"] | null;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      pending: components["schemas"]["MoneyText"];
      shares: number;
    };
    ShareHoldingView: {
      allotments: components["schemas"]["ShareAllotmentView"][];
      amount: components["schemas"]["MoneyText"];
      currency: string;
      folio: string | null;
      id: components["schemas"]["Id"] | null;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      pending: components["schemas"]["MoneyText"];
      shares: number;
    };
    ShareMemberParams: {
      memberId: components["schemas"]["IdInput"];
    };
    SignMinutesBody: {
      version: number;
    };
    SmsTemplateView: {
      approvedBy: string | null;
      dltId: string;
      endedAt: components["schemas"]["InstantText"] | null;
      event: string;
      id: components["schemas"]["Id"];
      /** @enum {string} */
      language: "en" | "hi" | "ne";
      setBy: string | null;
      slots: ("amount" | "number" | "account" | "loan" | "dueOn" | "payBy" | "level" | "memberNumber" | "notice" | "society" | "day" | "code")[];
      startedAt: components["schemas"]["InstantText"];
      text: string;
      version: number;
    };
    SmsView: {
      events: {
        event: string;
        title: string;
      }[];
      pricePerPart: components["schemas"]["MoneyText"];
      provider: {
        approvedBy: string | null;
        entityId: string;
        name: string;
        sender: string;
        setBy: string | null;
        startedAt: components["schemas"]["InstantText"];
        url: string;
      } | null;
      templates: components["schemas"]["SmsTemplateView"][];
      waiting: {
        approvalId: components["schemas"]["Id"];
        rule: string;
      }[];
    };
    SocietyView: {
      address: string | null;
      businessDate: components["schemas"]["DayText"] | null;
      /** @enum {string} */
      calendar: "AD" | "BS";
      currency: string;
      decimals: number;
      denominations: components["schemas"]["MoneyText"][];
      email: string | null;
      /** @enum {string} */
      grouping: "indian" | "western";
      isSetUp: boolean;
      languages: components["schemas"]["LanguageCode"][];
      logo: string | null;
      name: string | null;
      nameLocal: string | null;
      paperKinds: components["schemas"]["FileKind"][];
      phone: string | null;
      /** @enum {string} */
      phoneCountry: "IN" | "NP" | "INTL";
      phonePayments: ("upi" | "nepal-qr") | null;
      preset: components["schemas"]["PresetCode"] | null;
      registrationNumber: string | null;
      support: {
        email: string | null;
        phone: string | null;
      };
      timeZone: string;
      website: string | null;
    };
    StaffStanding: {
      approvedBy: string;
      effectiveFrom: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      isStaff: boolean;
      reason: string;
      recordedAt: components["schemas"]["InstantText"];
      setBy: string;
    };
    StaffStandingList: {
      isStaff: boolean;
      items: components["schemas"]["StaffStanding"][];
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    StaffUserList: {
      items: components["schemas"]["StaffUserView"][];
      nextCursor: string | null;
      total?: number;
    };
    StaffUserQuery: {
      cursor?: string;
      limit?: string;
      q?: string;
      /** @enum {string} */
      status?: "active" | "suspended" | "closed";
      total?: components["schemas"]["FlagQuery"];
    };
    StaffUserView: {
      email: string | null;
      id: components["schemas"]["Id"];
      lastLoginAt: components["schemas"]["InstantText"] | null;
      mustChangePassword: boolean;
      name: string;
      phone: string | null;
      role: string;
      roleName: string;
      /** @enum {string} */
      status: "active" | "suspended" | "closed";
      totpEnabled: boolean;
      username: string;
      version: number;
    };
    StandingInstructionList: {
      items: components["schemas"]["StandingInstructionView"][];
      nextCursor: string | null;
      total?: number;
    };
    StandingInstructionQuery: {
      active?: components["schemas"]["FlagQuery"];
      cursor?: string;
      depositId?: components["schemas"]["IdInput"];
      failing?: components["schemas"]["FlagQuery"];
      limit?: string;
      memberId?: components["schemas"]["IdInput"];
    };
    StandingInstructionView: {
      currency: string;
      dues: components["schemas"]["InstructionDueView"][];
      fromAccount: string;
      fromDepositId: components["schemas"]["Id"];
      id: components["schemas"]["Id"];
      isFailing: boolean;
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      startsOn: components["schemas"]["DayText"];
      stoppedOn: components["schemas"]["DayText"] | null;
      toAccount: string;
      toDepositId: components["schemas"]["Id"];
      toProduct: string;
    };
    StartDayEndBody: {
      until?: components["schemas"]["DayInput"];
    };
    StartedDayEnd: {
      days: number;
      from: components["schemas"]["DayText"];
      joined: boolean;
      until: components["schemas"]["DayText"];
    };
    StatementHeadingsInput: {
      balance?: string;
      credit: string;
      date: string;
      debit?: string;
      description: string;
      reference?: string;
    };
    StatementPreview: {
      accountCode: string;
      credits: {
        amount: components["schemas"]["MoneyText"];
        lines: number;
      };
      debits: {
        amount: components["schemas"]["MoneyText"];
        lines: number;
      };
      from: components["schemas"]["DayText"] | null;
      headings: {
        [key: string]: string;
      };
      known: number;
      mistakes: {
        code: string;
        detail: string;
        line: number;
      }[];
      /** @constant */
      preview: true;
      sample: {
        bookedOn: components["schemas"]["DayText"];
        credit: components["schemas"]["MoneyText"];
        debit: components["schemas"]["MoneyText"];
        description: string;
        isKnown: boolean;
        reference: string;
      }[];
      to: components["schemas"]["DayText"] | null;
    };
    StatementQuery: {
      from: components["schemas"]["DayInput"];
      language?: components["schemas"]["LanguageCode"];
      to: components["schemas"]["DayInput"];
    };
    StatusChangeAnswer: {
      applied: boolean;
      approvalId: components["schemas"]["Id"] | null;
      status: components["schemas"]["MemberStatus"];
    };
    StatusChangeBody: {
      effectiveOn: components["schemas"]["DayInput"];
      reason: string;
      toStatus: components["schemas"]["MemberStatus"];
    };
    StatusHistory: {
      items: {
        decidedBy: string | null;
        effectiveOn: components["schemas"]["DayText"];
        fromStatus: components["schemas"]["MemberStatus"];
        id: components["schemas"]["Id"];
        reason: string;
        recordedAt: components["schemas"]["InstantText"];
        requestedBy: string | null;
        toStatus: components["schemas"]["MemberStatus"];
      }[];
    };
    SubscribePushBody: {
      /** Format: uri */
      endpoint: string;
      keys: {
        auth: string;
        p256dh: string;
      };
    };
    SubstituteGuarantorAnswer: {
      approvalId: components["schemas"]["Id"] | null;
    };
    SubstituteGuarantorBody: {
      memberNumber: string;
      reason: string;
      replacesMemberId: components["schemas"]["IdInput"];
    };
    TakeBackMeasureAnswer: {
      approvalId: components["schemas"]["Id"];
    };
    TakeBackMeasureBody: {
      reason: string;
    };
    TakeReceiptAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      change: components["schemas"]["MoneyText"] | null;
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      becameActive: boolean;
      memberStatus: components["schemas"]["MemberStatus"];
      /** @constant */
      preview: false;
      receipt: components["schemas"]["ReceiptView"];
    };
    TakeReceiptBody: {
      cashGiven?: components["schemas"]["AmountInput"];
      drawnOn?: string;
      lines: components["schemas"]["ReceiptLineInput"][];
      memberId: components["schemas"]["IdInput"];
      mode: components["schemas"]["PaymentMode"];
      reference?: string;
      referenceOn?: components["schemas"]["DayInput"];
      valueOn?: components["schemas"]["DayInput"];
    };
    TaxDeclaration: {
      financialYear: string;
      id: components["schemas"]["Id"];
      number: string;
      receivedOn: components["schemas"]["DayText"];
      recordedAt: components["schemas"]["InstantText"];
      recordedBy: string;
      withdrawnAt: components["schemas"]["InstantText"] | null;
      withdrawnBecause: string | null;
      withdrawnBy: string | null;
    };
    TaxDeclarationList: {
      items: components["schemas"]["TaxDeclaration"][];
      years: string[];
    };
    TaxDeclarationParams: {
      declarationId: components["schemas"]["IdInput"];
      id: components["schemas"]["IdInput"];
    };
    TaxPayableMonths: {
      accountCode: string;
      closing: components["schemas"]["MoneyText"];
      currency: string;
      from: components["schemas"]["DayText"];
      months: {
        closing: components["schemas"]["MoneyText"];
        from: components["schemas"]["DayText"];
        onInterest: components["schemas"]["MoneyText"];
        opening: components["schemas"]["MoneyText"];
        other: components["schemas"]["MoneyText"];
        paidOver: components["schemas"]["MoneyText"];
        to: components["schemas"]["DayText"];
      }[];
      to: components["schemas"]["DayText"];
      totals: {
        onInterest: components["schemas"]["MoneyText"];
        other: components["schemas"]["MoneyText"];
        paidOver: components["schemas"]["MoneyText"];
      };
      year: string;
      years: string[];
    };
    TaxPayableQuery: {
      year?: string;
    };
    TermClosureView: {
      annualRate: string;
      charge: components["schemas"]["MoneyText"];
      interest: components["schemas"]["MoneyText"];
      isPremature: boolean;
      lines: components["schemas"]["TermLineView"][];
      paid: components["schemas"]["MoneyText"];
      paidIn: components["schemas"]["MoneyText"];
      recovered: components["schemas"]["MoneyText"];
      tax: components["schemas"]["InterestTaxView"] | null;
    };
    TermFacts: {
      amount: components["schemas"]["MoneyText"];
      annualRate: string;
      /** @enum {string} */
      atMaturity: "renew-principal" | "renew-with-interest" | "to-savings" | "pay-out" | "wait";
      /** @enum {string} */
      category: "general" | "senior" | "woman" | "staff" | "institution";
      days: number | null;
      end: {
        on: components["schemas"]["DayText"];
        value: components["schemas"]["MoneyText"];
      } | null;
      instalments: {
        count: number;
        isIrregular: boolean;
        missed: number;
        nextDueOn: components["schemas"]["DayText"] | null;
        paid: number;
      } | null;
      maturesOn: components["schemas"]["DayText"];
      maturityValue: components["schemas"]["MoneyText"];
      months: number | null;
      /** @enum {string} */
      payout: "maturity" | "monthly" | "quarterly" | "half-yearly";
    };
    TermLineView: {
      balance: components["schemas"]["UnroundedText"];
      interest: components["schemas"]["UnroundedText"];
      label: string;
      on: components["schemas"]["DayText"];
      paid: components["schemas"]["MoneyText"] | null;
    };
    TermOpeningPayment: {
      /** @constant */
      mode: "cash";
    } | {
      depositId: components["schemas"]["IdInput"];
      /** @constant */
      mode: "transfer";
    } | {
      drawnOn?: string;
      /** @enum {string} */
      mode: "cheque" | "bank" | "upi";
      reference?: string;
      referenceOn?: components["schemas"]["DayInput"];
    };
    TermPayment: {
      /** @constant */
      mode: "cash";
    } | {
      depositId: components["schemas"]["IdInput"];
      /** @constant */
      mode: "transfer";
    };
    TermPlan: {
      instalments: {
        amount: components["schemas"]["MoneyText"];
        dueOn: components["schemas"]["DayText"];
        entryId: components["schemas"]["Id"] | null;
        missedOn: components["schemas"]["DayText"] | null;
        movesTo: components["schemas"]["DayText"] | null;
        number: number;
        paidOn: components["schemas"]["DayText"] | null;
      }[];
      interest: components["schemas"]["MoneyText"];
      lines: components["schemas"]["TermLineView"][];
      maturityMovesTo: components["schemas"]["DayText"] | null;
      paidIn: components["schemas"]["MoneyText"];
      /** @enum {string} */
      rounding: "paisa" | "rupee";
      rule: string;
      unrounded: components["schemas"]["UnroundedText"] | null;
      version: components["schemas"]["TermProductVersion"];
    };
    TermProductCodeParams: {
      code: string;
    };
    TermProductHistory: {
      items: {
        /** @enum {string} */
        appliesTo: "all" | "new";
        approvedBy: string | null;
        /** @enum {string} */
        atMaturity: "renew-principal" | "renew-with-interest" | "to-savings" | "pay-out" | "wait";
        /** @enum {string} */
        compounding: "simple" | "monthly" | "quarterly" | "half-yearly" | "yearly";
        /** @enum {string} */
        dayCount: "actual/365" | "actual/actual" | "30/360";
        effectiveFrom: components["schemas"]["DayText"];
        graceDays: number;
        irregularAfterMissed: number | null;
        isOffered: boolean;
        isPayoutDiscounted: boolean;
        /** @enum {string} */
        kind: "fixed" | "recurring";
        lateFinePerHundred: components["schemas"]["MoneyText"] | null;
        legalBasis: string | null;
        lockInDays: number;
        maximumAmount: components["schemas"]["MoneyText"] | null;
        maximumMonths: number;
        minimumAmount: components["schemas"]["MoneyText"];
        multipleOf: components["schemas"]["MoneyText"] | null;
        name: string;
        nameEn: string;
        nameHi: string;
        /** @enum {string} */
        payout: "maturity" | "monthly" | "quarterly" | "half-yearly";
        prematurePenalty: string;
        rates: components["schemas"]["TermRateView"][];
        reason: string | null;
        recordedAt: components["schemas"]["InstantText"] | null;
        /** @enum {string} */
        rounding: "paisa" | "rupee";
        setBy: string | null;
      }[];
    };
    TermProductList: {
      fixedAllowed: boolean;
      items: components["schemas"]["TermProductView"][];
      seniorAge: number;
    };
    TermProductRule: {
      /** @enum {string} */
      appliesTo: "all" | "new";
      /** @enum {string} */
      atMaturity: "renew-principal" | "renew-with-interest" | "to-savings" | "pay-out" | "wait";
      code: string;
      /** @enum {string} */
      compounding: "simple" | "monthly" | "quarterly" | "half-yearly" | "yearly";
      /** @enum {string} */
      dayCount: "actual/365" | "actual/actual" | "30/360";
      deposits: number;
      effectiveFrom: components["schemas"]["DayText"];
      graceDays: number;
      irregularAfterMissed: number | null;
      isOffered: boolean;
      isPayoutDiscounted: boolean;
      /** @enum {string} */
      kind: "fixed" | "recurring";
      lateFinePerHundred: components["schemas"]["MoneyText"] | null;
      legalBasis: string | null;
      lockInDays: number;
      maximumAmount: components["schemas"]["MoneyText"] | null;
      maximumMonths: number;
      minimumAmount: components["schemas"]["MoneyText"];
      multipleOf: components["schemas"]["MoneyText"] | null;
      name: string;
      nameEn: string;
      nameHi: string;
      nextFrom: components["schemas"]["DayText"] | null;
      /** @enum {string} */
      payout: "maturity" | "monthly" | "quarterly" | "half-yearly";
      prematurePenalty: string;
      rates: components["schemas"]["TermRateView"][];
      /** @enum {string} */
      rounding: "paisa" | "rupee";
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    TermProductRuleList: {
      fixedAllowed: boolean;
      items: components["schemas"]["TermProductRule"][];
    };
    TermProductVersion: {
      effectiveFrom: components["schemas"]["DayText"];
      id: components["schemas"]["Id"];
      legalBasis: string | null;
    };
    TermProductView: {
      /** @enum {string} */
      appliesTo: "all" | "new";
      /** @enum {string} */
      atMaturity: "renew-principal" | "renew-with-interest" | "to-savings" | "pay-out" | "wait";
      code: string;
      /** @enum {string} */
      compounding: "simple" | "monthly" | "quarterly" | "half-yearly" | "yearly";
      /** @enum {string} */
      dayCount: "actual/365" | "actual/actual" | "30/360";
      effectiveFrom: components["schemas"]["DayText"];
      graceDays: number;
      irregularAfterMissed: number | null;
      isOffered: boolean;
      isPayoutDiscounted: boolean;
      /** @enum {string} */
      kind: "fixed" | "recurring";
      lateFinePerHundred: components["schemas"]["MoneyText"] | null;
      legalBasis: string | null;
      lockInDays: number;
      maximumAmount: components["schemas"]["MoneyText"] | null;
      maximumMonths: number;
      minimumAmount: components["schemas"]["MoneyText"];
      multipleOf: components["schemas"]["MoneyText"] | null;
      name: string;
      nameEn: string;
      nameHi: string;
      /** @enum {string} */
      payout: "maturity" | "monthly" | "quarterly" | "half-yearly";
      prematurePenalty: string;
      rates: components["schemas"]["TermRateView"][];
      /** @enum {string} */
      rounding: "paisa" | "rupee";
    };
    TermRateView: {
      amountFrom: components["schemas"]["MoneyText"];
      annualRate: string;
      /** @enum {string} */
      category: "general" | "senior" | "woman" | "staff" | "institution";
      termFrom: number;
      /** @enum {string} */
      termUnit: "days" | "months";
    };
    TermRequestList: {
      items: components["schemas"]["TermRequestView"][];
    };
    TermRequestView: {
      amount: components["schemas"]["MoneyText"];
      annualRate: string;
      days: number | null;
      decidedAt: components["schemas"]["InstantText"] | null;
      fromAccount: string;
      id: components["schemas"]["Id"];
      months: number | null;
      product: string;
      reason: string | null;
      requestedAt: components["schemas"]["InstantText"];
      /** @enum {string} */
      status: "pending" | "approved" | "rejected" | "withdrawn";
    };
    ThriftDueList: {
      currency: string;
      items: components["schemas"]["ThriftDueView"][];
      nextCursor: string | null;
      total?: number;
      totals?: {
        arrears: components["schemas"]["MoneyText"];
        paidIn: components["schemas"]["MoneyText"];
        raised: components["schemas"]["MoneyText"];
      };
    };
    ThriftDueQuery: {
      arrears?: components["schemas"]["FlagQuery"];
      cursor?: string;
      limit?: string;
      q?: string;
      /** @enum {string} */
      sort?: "accountNumber" | "-accountNumber";
      total?: components["schemas"]["FlagQuery"];
    };
    ThriftDueView: {
      accountNumber: string;
      ahead: components["schemas"]["MoneyText"];
      arrears: components["schemas"]["MoneyText"];
      depositId: components["schemas"]["Id"];
      memberId: components["schemas"]["Id"];
      memberName: string;
      memberNumber: string;
      monthsInArrear: number;
      paidIn: components["schemas"]["MoneyText"];
      raised: components["schemas"]["MoneyText"];
      since: components["schemas"]["DayText"] | null;
    };
    ThriftStandingView: {
      ahead: components["schemas"]["MoneyText"];
      arrears: components["schemas"]["MoneyText"];
      dues: {
        amount: components["schemas"]["MoneyText"];
        dueOn: components["schemas"]["DayText"];
        graceTo: components["schemas"]["DayText"];
        paid: components["schemas"]["MoneyText"];
      }[];
      monthsInArrear: number;
      paidIn: components["schemas"]["MoneyText"];
      raised: components["schemas"]["MoneyText"];
      since: components["schemas"]["DayText"] | null;
    };
    TillList: {
      items: components["schemas"]["TillView"][];
    };
    TillSessionList: {
      items: components["schemas"]["TillSessionView"][];
      nextCursor: string | null;
      total?: number;
    };
    TillSessionQuery: {
      cursor?: string;
      limit?: string;
      tillId?: components["schemas"]["IdInput"];
    };
    TillSessionView: {
      businessDate: components["schemas"]["DayText"];
      cashier: string;
      closedAt: components["schemas"]["InstantText"] | null;
      countedCash: components["schemas"]["MoneyText"] | null;
      difference: components["schemas"]["MoneyText"] | null;
      expectedCash: components["schemas"]["MoneyText"];
      id: components["schemas"]["Id"];
      openedAt: components["schemas"]["InstantText"];
      openingCash: components["schemas"]["MoneyText"];
      otherMovements: components["schemas"]["MoneyText"];
      payments: components["schemas"]["MoneyText"];
      receipts: components["schemas"]["MoneyText"];
      /** @enum {string} */
      status: "open" | "closed";
      tillCode: string;
      tillId: components["schemas"]["Id"];
      tillName: string;
      userId: components["schemas"]["Id"];
      version: number;
    };
    TillView: {
      assignedTo: string | null;
      assignedUserId: components["schemas"]["Id"] | null;
      cash: components["schemas"]["MoneyText"];
      cashLimit: components["schemas"]["MoneyText"] | null;
      code: string;
      id: components["schemas"]["Id"];
      isActive: boolean;
      name: string;
      session: {
        businessDate: components["schemas"]["DayText"];
        cashier: string;
        id: components["schemas"]["Id"];
        openedAt: components["schemas"]["InstantText"];
        openingCash: components["schemas"]["MoneyText"];
        userId: components["schemas"]["Id"];
      } | null;
      version: number;
      waitingApprovalId: components["schemas"]["Id"] | null;
    };
    TimelineItem: {
      amount: components["schemas"]["MoneyText"] | null;
      at: components["schemas"]["InstantText"];
      by: string | null;
      code: string;
      id: string;
      /** @enum {string} */
      kind: "money" | "status" | "profile" | "papers" | "approvals" | "logins" | "notes";
      link: {
        id: components["schemas"]["Id"];
        /** @enum {string} */
        kind: "receipt" | "entry" | "approval";
      } | null;
      text: string | null;
    };
    TimelinePage: {
      items: components["schemas"]["TimelineItem"][];
      nextCursor: string | null;
      total?: number;
    };
    TimelineQuery: {
      cursor?: string;
      /** @enum {string} */
      kind?: "money" | "status" | "profile" | "papers" | "approvals" | "logins" | "notes";
      limit?: string;
    };
    TokenAnswer: {
      accessToken: string;
      expiresIn: number;
      refreshToken: string | null;
      /** @constant */
      tokenType: "Bearer";
      user: components["schemas"]["SessionUser"];
    };
    TotpCodeBody: {
      code: string;
    };
    TotpEnrolment: {
      qrSvg: string;
      secret: string;
      uri: string;
    };
    TotpEnrolmentBody: {
      password: string;
    };
    TotpRemovalBody: {
      password: string;
    };
    TransactionList: {
      currency: string;
      items: components["schemas"]["TransactionRow"][];
      nextCursor: string | null;
      total?: number;
      totals: {
        entries: number;
        payments: components["schemas"]["MoneyText"];
        posted: components["schemas"]["MoneyText"];
        receipts: components["schemas"]["MoneyText"];
      } | null;
    };
    TransactionQuery: {
      accountCode?: string;
      cursor?: string;
      from?: components["schemas"]["DayInput"];
      /** @enum {string} */
      kind?: "receipt" | "withdrawal" | "transfer" | "allotment" | "till" | "voucher" | "bank" | "reversal" | "opening" | "interest" | "maturity" | "collection" | "handover" | "commission" | "accrual" | "disbursement" | "correction" | "waiver" | "write-off";
      limit?: string;
      memberId?: components["schemas"]["IdInput"];
      /** @enum {string} */
      mode?: "cash" | "cheque" | "bank" | "upi" | "transfer";
      q?: string;
      /** @enum {string} */
      sort?: "-recordedAt" | "recordedAt";
      tillId?: components["schemas"]["IdInput"];
      to?: components["schemas"]["DayInput"];
      /** @enum {string} */
      total?: "true" | "false";
    };
    TransactionRow: {
      id: components["schemas"]["Id"];
      kind: string;
      maker: string;
      memberId: components["schemas"]["Id"] | null;
      memberName: string | null;
      memberNumber: string | null;
      mode: string | null;
      narration: string;
      number: string;
      ownSavings: {
        amount: components["schemas"]["MoneyText"];
        /** @enum {string} */
        direction: "in" | "out";
      } | null;
      postedOn: components["schemas"]["DayText"];
      receiptId: components["schemas"]["Id"] | null;
      recordedAt: components["schemas"]["InstantText"];
      reversedByEntryId: components["schemas"]["Id"] | null;
      reversesEntryId: components["schemas"]["Id"] | null;
      tillCode: string | null;
      total: components["schemas"]["MoneyText"];
      valueOn: components["schemas"]["DayText"];
    };
    TransferAnswer: {
      balances: components["schemas"]["BalanceChange"][];
      corrections: components["schemas"]["EntryCorrection"][];
      interest: components["schemas"]["InterestChange"][];
      narration: string;
      needsApproval: boolean;
      postedOn: components["schemas"]["DayText"];
      postings: components["schemas"]["PostingView"][];
      /** @constant */
      preview: true;
      recipient: string | null;
      total: components["schemas"]["MoneyText"];
      warnings: {
        code: string;
        detail: string;
      }[];
    } | {
      balance: components["schemas"]["MoneyText"];
      entryId: components["schemas"]["Id"];
      entryNumber: string;
      /** @constant */
      preview: false;
      /** @constant */
      status: "posted";
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
      /** @constant */
      status: "waiting";
    };
    TransferBody: {
      amount: components["schemas"]["AmountInput"];
      note?: string;
      to: {
        accountNumber: string;
        /** @constant */
        kind: "deposit";
      } | {
        /** @constant */
        kind: "shares";
      } | {
        /** @constant */
        kind: "dues";
      };
    };
    TrialBalance: {
      agrees: boolean;
      asOf: components["schemas"]["DayText"];
      currency: string;
      periodFrom: components["schemas"]["DayText"];
      rows: components["schemas"]["TrialBalanceRow"][];
      totals: {
        closingCredit: components["schemas"]["MoneyText"];
        closingDebit: components["schemas"]["MoneyText"];
        credit: components["schemas"]["MoneyText"];
        debit: components["schemas"]["MoneyText"];
        openingCredit: components["schemas"]["MoneyText"];
        openingDebit: components["schemas"]["MoneyText"];
      };
    };
    TrialBalanceQuery: {
      asOf?: components["schemas"]["DayInput"];
    };
    TrialBalanceRow: {
      accountCode: string;
      accountName: string;
      closingCredit: components["schemas"]["MoneyText"];
      closingDebit: components["schemas"]["MoneyText"];
      credit: components["schemas"]["MoneyText"];
      debit: components["schemas"]["MoneyText"];
      isControl: boolean;
      openingCredit: components["schemas"]["MoneyText"];
      openingDebit: components["schemas"]["MoneyText"];
      type: components["schemas"]["AccountType"];
    };
    UnroundedText: string;
    VerifyPaperBody: {
      expiresOn?: components["schemas"]["DayInput"];
      issuedOn?: components["schemas"]["DayInput"];
      note?: string;
      number?: string;
    };
    /** @enum {string} */
    ViewedList: "members" | "applications" | "approvals" | "savings" | "shares" | "receipts" | "transactions" | "audit" | "users" | "loans" | "loan-dues" | "loan-collateral" | "demand-list" | "thrift-dues" | "payment-requests" | "kyc" | "notices";
    /** @enum {string} */
    VoteChoice: "for" | "against" | "abstain";
    /** @enum {string} */
    VoteManner: "hands" | "open" | "secret";
    VoucherLineInput: {
      accountCode: string;
      accountNumber?: string;
      amount: components["schemas"]["AmountInput"];
      memo?: string;
      /** @enum {string} */
      side: "debit" | "credit";
    };
    WaiveLoanBody: {
      fee?: components["schemas"]["AmountInput"];
      interest?: components["schemas"]["AmountInput"];
      /** @constant */
      kind: "waiver";
      penalty?: components["schemas"]["AmountInput"];
      reason: string;
      resolutionNumber?: string;
      resolutionOn?: components["schemas"]["DayInput"];
    };
    WalkingOrderBody: {
      depositIds: components["schemas"]["IdInput"][];
    };
    WantedPaper: {
      expiresOn: components["schemas"]["DayText"] | null;
      kinds: components["schemas"]["FileKind"][];
      /** @enum {string} */
      state: "missing" | "rejected" | "pending" | "expired" | "verified";
    };
    WebhookDelivery: {
      attempts: number;
      body: string;
      createdAt: components["schemas"]["InstantText"];
      event: string;
      id: components["schemas"]["Id"];
      lastAttemptAt: components["schemas"]["InstantText"] | null;
      lastProblem: ("not-reached" | "no-answer" | "forbidden" | "refused") | null;
      lastStatus: number | null;
      sequence: number | null;
      /** @enum {string} */
      state: "waiting" | "delivered" | "failed";
    };
    WebhookDeliveryList: {
      items: components["schemas"]["WebhookDelivery"][];
      nextCursor: string | null;
      total?: number;
    };
    WebhookDeliveryParams: {
      deliveryId: components["schemas"]["IdInput"];
      id: components["schemas"]["IdInput"];
    };
    WebhookDeliveryQuery: {
      cursor?: string;
      limit?: string;
      /** @enum {string} */
      state?: "waiting" | "delivered" | "failed";
    };
    WebhookList: {
      items: components["schemas"]["WebhookView"][];
      offered: ("receipt.issued" | "savings.withdrawn" | "savings.transferred" | "voucher.posted" | "entry.reversed" | "interest.credited" | "shares.allotted" | "deposit.matured" | "loan.sanctioned" | "loan.disbursed" | "loan.repaid" | "loan.closed" | "loan.overdue" | "application.submitted" | "member.approved" | "member.activated" | "member.status-changed" | "payment.claimed" | "payment.rejected" | "statement.imported" | "bank-line.resolved" | "till.opened" | "till.closed" | "business-day.moved" | "day-end.finished" | "day-end.stopped" | "notice.published" | "message.received")[];
    };
    /** @enum {string} */
    WebhookState: "on" | "paused" | "off";
    WebhookView: {
      createdAt: components["schemas"]["InstantText"];
      createdBy: string | null;
      events: ("receipt.issued" | "savings.withdrawn" | "savings.transferred" | "voucher.posted" | "entry.reversed" | "interest.credited" | "shares.allotted" | "deposit.matured" | "loan.sanctioned" | "loan.disbursed" | "loan.repaid" | "loan.closed" | "loan.overdue" | "application.submitted" | "member.approved" | "member.activated" | "member.status-changed" | "payment.claimed" | "payment.rejected" | "statement.imported" | "bank-line.resolved" | "till.opened" | "till.closed" | "business-day.moved" | "day-end.finished" | "day-end.stopped" | "notice.published" | "message.received")[];
      failedSince: components["schemas"]["InstantText"] | null;
      id: components["schemas"]["Id"];
      name: string;
      nextAttemptAt: components["schemas"]["InstantText"] | null;
      previousSecretUntil: components["schemas"]["InstantText"] | null;
      state: components["schemas"]["WebhookState"];
      url: string;
      waiting: number;
    };
    WebhookWithSecret: {
      secret: string;
      webhook: components["schemas"]["WebhookView"];
    };
    WithdrawAnswer: components["schemas"]["ActPreview"] | {
      balance: components["schemas"]["MoneyText"];
      entryId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
      receiptId: components["schemas"]["Id"];
      receiptNumber: string;
      /** @constant */
      status: "paid";
    } | {
      approvalId: components["schemas"]["Id"];
      /** @constant */
      preview: false;
      /** @constant */
      status: "waiting";
    };
    WithdrawBody: {
      amount: components["schemas"]["AmountInput"];
      /** @enum {string} */
      mode: "cash" | "bank" | "cheque";
      note?: string;
      reference?: string;
    };
    WithdrawTaxDeclarationBody: {
      reason: string;
    };
    WriteMessageBody: {
      kind: components["schemas"]["MessageKind"];
      subject: string;
      text: string;
    };
    WriteMinutesBody: {
      text: string;
      version: number;
    };
    WriteOffLoanBody: {
      /** @constant */
      kind: "write-off";
      reason: string;
      resolutionNumber: string;
      resolutionOn: components["schemas"]["DayInput"];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
